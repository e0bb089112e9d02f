"""Filling a week: what it does, on weeks made for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from db.records import (
    Activity,
    ByActivity,
    ClosedDay,
    Hours,
    Status,
    WeekOverride,
)
from desktop.planning.budget import TOLERANCE, Verdict, week_budget
from desktop.planning.filling import fill, usual_cap
from desktop.planning.placements import (
    Busy,
    Filling,
    FillRemedyKind,
    Misfit,
    MisfitKind,
    PlacedBlock,
    PlacedPost,
    Placement,
    Reason,
    Wishes,
)
from desktop.planning.rescheduling import after
from desktop.planning.week import instant, minute_of_day
from tests.planning.boards import (
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    PLAN,
    PLATFORMS,
    WEEK,
    a_block,
    a_board,
    a_post,
    on,
    version,
)
from tests.planning.fillings import (
    BERLIN,
    CREATION,
    EARLY,
    INTERACTION,
    MONITORING,
    ONE,
    PLANNING,
    an_idea,
    blocks_of,
    no_overlap,
    posts_of,
)


def of(filling: Filling, activity: Activity) -> list[Placement]:
    return [
        each for each in filling.placements if isinstance(each.item, PlacedBlock) and each.item.activity is activity
    ]


def misfit(filling: Filling, kind: MisfitKind, activity: Activity | None = None) -> Misfit:
    return next(each for each in filling.misfits if each.kind is kind and each.activity in {activity, each.activity})


# -- an empty week


def test_an_empty_week_is_filled_up_to_every_part_of_the_target() -> None:
    board = a_board()
    filling = fill(board, WEEK, EARLY)
    assert (filling.open, filling.placed, filling.missing, filling.misfits) == (1080, 1080, 0, ())
    for budget in week_budget(after(board, filling.changes), WEEK, EARLY):
        assert budget.verdict is Verdict.MET
        for part in budget.activities:
            assert abs(part.planned - part.target) <= TOLERANCE


def test_each_activity_has_its_time() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(1, "10:00"))), a_post(2, version(INSTAGRAM, on(3, "15:00")))])
    filling = fill(replace(board, platforms=ONE), WEEK, EARLY)
    early = [each.item.starts_at.weekday() for each in of(filling, PLANNING)]
    assert early == [0]
    answers = of(filling, INTERACTION)
    assert [each.why.reason for each in answers] == [Reason.AFTER_POST, Reason.AFTER_POST, Reason.AFTER_POST]
    assert {each.why.post_ids for each in answers} == {(1,), (2,)}
    watched = [each.item.starts_at.weekday() for each in of(filling, MONITORING)]
    assert watched == [0, 2, 4]
    assert {each.why.reason for each in of(filling, CREATION)} == {Reason.OPEN_PART}
    assert {each.why.minutes for each in of(filling, CREATION)} == {145}


def test_equal_blocks_share_a_group() -> None:
    posts = [a_post(number, version(INSTAGRAM, on(number, "10:00"))) for number in range(1, 4)]
    filling = fill(a_board(posts, platforms=ONE), WEEK, EARLY)
    assert len({each.group for each in of(filling, INTERACTION)}) == 1
    assert len({each.group for each in filling.placements}) > 3
    laid = fill(a_board(platforms=ONE), WEEK, EARLY, Wishes(ideas=(an_idea(1, INSTAGRAM),)))
    assert laid.placements[0].group is None


def test_a_week_that_is_full_stays_as_it_is() -> None:
    board = a_board(blocks=[a_block(1, on(0, "8:00"), 360)], platforms=ONE)
    assert fill(board, WEEK, EARLY) == Filling((), (), fill(board, WEEK, EARLY).changes, 0, 0, 0, 120)
    assert not fill(board, WEEK, EARLY).changes


def test_a_few_minutes_are_no_block() -> None:
    def left_open(minutes: int) -> Filling:
        return fill(a_board(blocks=[a_block(1, on(0, "8:00"), 360 - minutes)], platforms=ONE), WEEK, EARLY)

    assert left_open(5).misfits == ()
    assert [each.minutes for each in left_open(14).misfits] == [14]
    assert [each.minutes for each in blocks_of(left_open(15))] == [15]
    assert [each.minutes for each in blocks_of(left_open(23))] == [20]


def test_overrides_and_inactive_platforms_are_honoured() -> None:
    platforms = (PLATFORMS[0], replace(PLATFORMS[1], is_active=False))
    board = a_board(platforms=platforms, overrides=(WeekOverride(1, INSTAGRAM, WEEK, target=60),))
    assert {each.platform_ids for each in blocks_of(fill(board, WEEK, EARLY))} == {(INSTAGRAM,)}
    assert fill(board, WEEK, EARLY).placed == 60


# -- what is in the way


def test_working_hours_closed_days_and_busy_time_are_kept_free() -> None:
    plan = replace(PLAN, working_hours=(Hours(600, 900),) * 5 + (None, None))
    board = a_board(plan=plan, platforms=ONE, closed_days=(ClosedDay(1, "Ruhetag", weekday=0),))
    busy = (Busy(on(1, "11:00"), on(2, "13:00")),)
    filling = fill(board, WEEK, EARLY, Wishes(busy=busy, days_off=frozenset({on(4).date()})))
    assert {each.starts_at.weekday() for each in blocks_of(filling)} == {1, 2, 3}
    for block in blocks_of(filling):
        assert minute_of_day(block.starts_at, block.starts_at.date()) >= 600
        assert minute_of_day(block.ends_at, block.starts_at.date()) <= 900
        assert block.ends_at <= on(1, "11:00") or block.starts_at >= on(2, "13:00")


def test_what_is_left_of_a_begun_week_is_filled() -> None:
    wednesday = instant(on(2, "11:07"), BERLIN)
    filling = fill(a_board(platforms=ONE), WEEK, wednesday)
    assert min(each.starts_at for each in blocks_of(filling)) == on(2, "11:15")


def test_a_passed_week_is_left_alone() -> None:
    filling = fill(a_board(), WEEK, EARLY + timedelta(weeks=3), Wishes(ideas=(an_idea(1, INSTAGRAM),)))
    assert (filling.placements, filling.misfits, filling.placed) == ((), (), 0)
    assert filling.open == filling.missing == 1080


def test_the_usual_day_cap_is_half_as_much_again_as_needed() -> None:
    assert usual_cap(a_board(), WEEK) == 330  # 1080 / 5 * 1.5, in quarters
    closed = a_board(closed_days=(ClosedDay(1, "Ruhetag", weekday=0),))
    assert usual_cap(closed, WEEK) == 405
    assert usual_cap(closed, WEEK, Wishes(extra_days=frozenset({on(5).date()}))) == 405
    never = a_board(plan=replace(PLAN, working_hours=(None,) * 7))
    assert usual_cap(never, WEEK) == 0
    assert usual_cap(never, WEEK, Wishes(extra_days=frozenset({on(5).date()}))) == 1440


# -- the posts' own efforts


def test_uncovered_effort_becomes_a_linked_block_a_day_before() -> None:
    post = a_post(1, version(INSTAGRAM, on(3, "12:00")), effort=(0, 60, 15, 10))
    board = a_board([post], platforms=ONE)
    filling = fill(board, WEEK, EARLY)
    creation = next(each for each in of(filling, CREATION) if each.why.reason is Reason.FOR_POSTS)
    assert isinstance(creation.item, PlacedBlock)
    assert (creation.item.post_ids, creation.item.minutes, creation.item.ends_at <= on(2, "12:00")) == ((1,), 60, True)
    assert (creation.why.moment, creation.why.minutes, creation.why.post_ids) == (on(2, "12:00"), 60, (1,))
    answer = next(
        each for each in of(filling, INTERACTION) if isinstance(each.item, PlacedBlock) and each.item.post_ids
    )
    assert (answer.why.reason, answer.item.starts_at) == (Reason.AFTER_POST, on(3, "12:15"))
    watch = next(each for each in of(filling, MONITORING) if isinstance(each.item, PlacedBlock) and each.item.post_ids)
    assert watch.why.reason is Reason.LATER_AFTER_POST
    [budget] = week_budget(after(board, filling.changes), WEEK, EARLY)
    assert (budget.uncovered, budget.verdict) == (0, Verdict.MET)


def test_small_posts_share_a_block() -> None:
    posts = [
        a_post(1, version(FACEBOOK, on(3)), effort=(0, 60)),
        a_post(2, version(FACEBOOK, on(4)), effort=(0, 15)),
        a_post(3, version(FACEBOOK, on(4)), effort=(0, 30)),
    ]
    filling = fill(a_board(posts), WEEK, EARLY)
    linked = [(each.post_ids, each.minutes) for each in blocks_of(filling) if each.post_ids]
    assert linked == [((1, 2), 75), ((3,), 30)]


def test_posts_that_cannot_share_a_block_have_their_own() -> None:
    # Monday morning is the only time for both, but not long enough.
    busy = (Busy(on(0, "8:45"), on(2, "8:00")),)
    posts = [
        a_post(1, version(INSTAGRAM, on(2, "9:00")), effort=(0, 45)),
        a_post(2, version(INSTAGRAM, on(4, "9:00")), effort=(0, 30)),
    ]
    filling = fill(a_board(posts, platforms=ONE), WEEK, EARLY, Wishes(busy=busy))
    assert [(each.post_ids, each.minutes) for each in blocks_of(filling) if each.post_ids] == [((1,), 45), ((2,), 30)]


def test_a_long_effort_is_divided() -> None:
    post = a_post(1, version(INSTAGRAM, on(4)), effort=(0, 250))
    filling = fill(a_board([post], platforms=ONE), WEEK, EARLY)
    linked = [each.minutes for each in blocks_of(filling) if each.post_ids]
    assert (sum(linked), len(linked)) == (250, 3)


def test_an_odd_effort_is_rounded_up_only_where_the_target_has_room() -> None:
    post = a_post(1, version(INSTAGRAM, on(4)), effort=(0, 38))
    roomy = fill(a_board([post], platforms=ONE), WEEK, EARLY)
    assert [each.minutes for each in blocks_of(roomy) if each.post_ids] == [40]
    full = a_board([post], [a_block(1, on(0, "8:00"), 322)], platforms=ONE)
    assert [each.minutes for each in blocks_of(fill(full, WEEK, EARLY))] == [38]
    small = a_board([replace(post, effort=ByActivity(0, 12))], [a_block(1, on(0, "8:00"), 348)], platforms=ONE)
    [left] = fill(small, WEEK, EARLY).misfits
    assert (left.kind, left.minutes, left.post_id) == (MisfitKind.EFFORT, 12, 1)


def test_what_should_have_been_done_last_week_does_not_fit() -> None:
    post = a_post(1, version(INSTAGRAM, on(0, "12:00")), effort=(0, 60))
    filling = fill(a_board([post], platforms=ONE), WEEK, EARLY)
    effort = misfit(filling, MisfitKind.EFFORT, CREATION)
    assert (effort.post_id, effort.minutes, effort.due) == (1, 60, on(0, "12:00") - timedelta(days=1))
    lead, postpone = effort.remedies
    assert (lead.kind, lead.saves, postpone.kind) == (FillRemedyKind.SHORTER_LEAD, 60, FillRemedyKind.POSTPONE_POST)
    assert lead.wishes is not None
    sooner = fill(a_board([post], platforms=ONE), WEEK, EARLY, lead.wishes)
    [block] = [each for each in blocks_of(sooner) if each.post_ids]
    assert block.ends_at <= on(0, "12:00")
    assert postpone.wishes is not None
    moved = fill(a_board([post], platforms=ONE), WEEK, EARLY, postpone.wishes)
    assert [each.variants[0].starts_at for each in moved.changes.posts] == [on(0, "12:00", WEEK.shifted(1))]
    assert moved.misfits == ()


def test_only_what_is_in_the_week_and_not_out_is_postponed() -> None:
    out = version(INSTAGRAM, on(1), status=Status.PUBLISHED, published_at=instant(on(1), BERLIN))
    post = a_post(1, out, version(FACEBOOK, on(3)), version(LINKEDIN, on(1, week=WEEK.shifted(1))))
    moved = fill(a_board([post]), WEEK, instant(on(2), BERLIN), Wishes(postponed=frozenset({1, 99})))
    [changed] = moved.changes.posts
    later = WEEK.shifted(1)
    assert [each.starts_at for each in changed.variants] == [on(1), on(3, week=later), on(1, week=later)]


def test_posts_that_are_out_or_late_get_no_blocks() -> None:
    out = version(INSTAGRAM, on(1), status=Status.PUBLISHED, published_at=instant(on(1), BERLIN))
    posts = [
        a_post(1, out, version(FACEBOOK, on(4)), effort=(0, 60)),
        a_post(2, version(FACEBOOK, on(1)), effort=(0, 60)),
        a_post(3, version(FACEBOOK, on(4), status=Status.SKIPPED), effort=(0, 60)),
    ]
    filling = fill(a_board(posts), WEEK, instant(on(2), BERLIN))
    assert all(not each.post_ids for each in blocks_of(filling))
    assert all(each.kind is not MisfitKind.EFFORT for each in filling.misfits)


def test_after_the_last_working_hour_there_is_nothing_until_a_day_is_added() -> None:
    post = a_post(1, version(INSTAGRAM, on(4, "18:00")), effort=(0, 0, 30))
    filling = fill(a_board([post], platforms=ONE), WEEK, EARLY)
    effort = misfit(filling, MisfitKind.EFFORT, INTERACTION)
    assert (effort.due, [each.kind for each in effort.remedies]) == (
        None,
        [FillRemedyKind.ALLOW_DAY, FillRemedyKind.POSTPONE_POST],
    )
    saturday = effort.remedies[0]
    assert (saturday.day, saturday.wishes is not None) == (on(5).date(), True)
    assert saturday.wishes is not None
    again = fill(a_board([post], platforms=ONE), WEEK, EARLY, saturday.wishes)
    [answer] = [each for each in again.placements if isinstance(each.item, PlacedBlock) and each.item.post_ids]
    assert (answer.item.starts_at, answer.why.reason) == (on(5, "8:00"), Reason.LATER_AFTER_POST)


def test_a_closed_day_is_not_offered() -> None:
    post = a_post(1, version(INSTAGRAM, on(4, "18:00")), effort=(0, 0, 30))
    weekend = tuple(ClosedDay(day, "Ruhetag", weekday=day) for day in (5, 6))
    filling = fill(a_board([post], platforms=ONE, closed_days=weekend), WEEK, EARLY)
    effort = misfit(filling, MisfitKind.EFFORT, INTERACTION)
    assert [each.kind for each in effort.remedies] == [FillRemedyKind.POSTPONE_POST]


def test_a_post_on_a_day_off_is_looked_after_once_the_day_is_added() -> None:
    board = a_board([a_post(1, version(INSTAGRAM, on(5, "10:00")), effort=(0, 0, 30))], platforms=ONE)
    effort = misfit(fill(board, WEEK, EARLY), MisfitKind.EFFORT, INTERACTION)
    saturday = effort.remedies[0]
    assert (saturday.kind, saturday.day) == (FillRemedyKind.ALLOW_DAY, on(5).date())
    assert saturday.wishes is not None
    again = fill(board, WEEK, EARLY, saturday.wishes)
    [answer] = [each for each in again.placements if isinstance(each.item, PlacedBlock) and each.item.post_ids]
    assert (answer.item.starts_at, answer.why.reason) == (on(5, "10:15"), Reason.AFTER_POST)


# -- ideas


def test_ideas_are_dated_until_the_corridor_has_its_minimum() -> None:
    ideas = tuple(an_idea(number, INSTAGRAM) for number in range(1, 6))
    board = a_board([a_post(9, version(INSTAGRAM, on(2, "9:00")))], platforms=ONE)
    filling = fill(board, WEEK, EARLY, Wishes(ideas=ideas))
    assert [(each.post_id, each.starts_at) for each in posts_of(filling)] == [(2, on(1)), (1, on(4))]
    assert {post.id for post in filling.changes.posts} == {1, 2}
    [budget] = week_budget(after(board, filling.changes), WEEK, EARLY)
    assert (budget.posts, budget.verdict, budget.uncovered) == (3, Verdict.MET, 0)
    for idea in posts_of(filling):
        made = [each for each in blocks_of(filling) if idea.post_id in each.post_ids and each.activity is CREATION]
        assert sum(each.minutes for each in made) == 30
        assert max(each.ends_at for each in made) <= idea.starts_at - timedelta(days=1)


def test_an_idea_tells_why_it_is_there() -> None:
    quick = an_idea(1, INSTAGRAM, effort=(0, 0))
    silent = fill(a_board(platforms=ONE), WEEK, EARLY, Wishes(ideas=(quick,))).placements[0]
    assert (silent.why.reason, silent.why.moment, silent.item.starts_at) == (Reason.SILENCE, None, on(0))
    before = a_post(9, version(INSTAGRAM, on(5, "9:00", WEEK.shifted(-1))))
    since = fill(a_board([before], platforms=ONE), WEEK, EARLY, Wishes(ideas=(quick,))).placements[0]
    assert (since.why.reason, since.why.moment, since.item.starts_at) == (
        Reason.SILENCE,
        on(5, "9:00", WEEK.shifted(-1)),
        on(4),
    )
    beside = a_post(9, version(INSTAGRAM, on(0, "9:00")))
    gap = fill(a_board([beside], platforms=ONE), WEEK, EARLY, Wishes(ideas=(quick,))).placements[0]
    assert (gap.why.reason, gap.why.days, gap.item.starts_at) == (Reason.GAP, 4, on(4))
    after_it = fill(a_board(platforms=ONE), WEEK, EARLY, Wishes(ideas=(an_idea(1, INSTAGRAM),))).placements[0]
    assert (after_it.why.reason, after_it.why.moment, after_it.item.starts_at) == (
        Reason.AFTER_CREATION,
        on(0, "8:30"),
        on(1),
    )


def test_ideas_that_nobody_needs_or_that_do_not_fit_stay_ideas() -> None:
    three = [a_post(number, version(INSTAGRAM, on(number))) for number in range(3)]
    full = replace(PLATFORMS[1], corridor=(0, 0))
    wishes = Wishes(
        ideas=(an_idea(11, INSTAGRAM), an_idea(12, FACEBOOK, LINKEDIN), an_idea(13, LINKEDIN, effort=(0, 400)))
    )
    filling = fill(a_board(three, platforms=(PLATFORMS[0], full, PLATFORMS[2])), WEEK, EARLY, wishes)
    assert posts_of(filling) == []
    lacking = misfit(filling, MisfitKind.POSTS)
    assert (lacking.platform_id, lacking.count) == (LINKEDIN, 3)
    assert [each.kind for each in lacking.remedies] == [FillRemedyKind.CAPTURE_IDEA, FillRemedyKind.FEWER_POSTS]
    assert lacking.remedies[0].wishes is None
    assert lacking.remedies[1].wishes is not None
    again = fill(a_board(three, platforms=(PLATFORMS[0], full, PLATFORMS[2])), WEEK, EARLY, lacking.remedies[1].wishes)
    assert all(each.kind is not MisfitKind.POSTS for each in again.misfits)


def test_ideas_for_which_there_is_no_time_are_told_as_far_as_posts_are_lacking() -> None:
    only_friday = a_board(plan=replace(PLAN, working_hours=(None,) * 4 + (Hours(480, 1080), None, None)), platforms=ONE)
    ideas = tuple(an_idea(number, INSTAGRAM) for number in range(1, 6))
    filling = fill(only_friday, WEEK, EARLY, Wishes(ideas=ideas))
    late = [each for each in filling.misfits if each.kind is MisfitKind.IDEA]
    assert [(each.post_id, each.platform_id, each.minutes) for each in late] == [
        (number, 1, 30) for number in (1, 2, 3)
    ]
    assert all(each.kind is not MisfitKind.POSTS for each in filling.misfits)
    saturday, leave = late[0].remedies
    assert (saturday.kind, leave.kind) == (FillRemedyKind.ALLOW_DAY, FillRemedyKind.LEAVE_IDEA)
    assert saturday.wishes is not None
    assert [each.post_id for each in posts_of(fill(only_friday, WEEK, EARLY, saturday.wishes))] == [1, 2, 3]
    sooner = fill(only_friday, WEEK, EARLY, Wishes(ideas=ideas, lead=0))
    assert [each.post_id for each in posts_of(sooner)] == [1, 2, 3]
    assert leave.wishes is not None
    assert [idea.id for idea in leave.wishes.ideas or ()] == [2, 3, 4, 5]


def test_an_idea_of_an_inactive_platform_is_not_needed() -> None:
    platforms = (PLATFORMS[0], replace(PLATFORMS[1], is_active=False))
    filling = fill(a_board(platforms=platforms), WEEK, EARLY, Wishes(ideas=(an_idea(1, FACEBOOK),)))
    assert posts_of(filling) == []


def test_late_in_the_evening_a_day_has_no_time_left_for_a_post() -> None:
    plan = replace(PLAN, working_hours=(None,) * 4 + (Hours(480, 1440),) + (None,) * 2)
    board = a_board(plan=plan, platforms=ONE)
    filling = fill(board, WEEK, instant(on(4, "23:50"), BERLIN), Wishes(ideas=(an_idea(1, INSTAGRAM, effort=(0, 0)),)))
    assert [each.kind for each in filling.misfits if each.kind is MisfitKind.IDEA] == [MisfitKind.IDEA]


def test_ideas_of_a_platform_keep_an_hour_apart() -> None:
    ideas = tuple(an_idea(number, INSTAGRAM, effort=(0, 0)) for number in (1, 2))
    filling = fill(a_board(platforms=ONE), WEEK, instant(on(4, "8:00"), BERLIN), Wishes(ideas=ideas))
    assert [each.starts_at for each in posts_of(filling)] == [on(4, "12:00"), on(4, "13:00")]
    late = replace(PLAN, post_minute=1410)
    filling = fill(a_board(platforms=ONE, plan=late), WEEK, instant(on(4, "8:00"), BERLIN), Wishes(ideas=ideas))
    assert [each.starts_at for each in posts_of(filling)] == [on(4, "23:30")]


def test_blocks_that_were_linked_to_an_idea_before_count_for_it() -> None:
    idea = an_idea(1, INSTAGRAM, FACEBOOK, effort=(0, 60))
    board = a_board([idea], [a_block(1, on(0, "8:00"), 60, [LINKEDIN], serves=(1,))])
    board = replace(board, platforms=(*board.platforms[:1], replace(board.platforms[1], is_active=False), PLATFORMS[2]))
    filling = fill(board, WEEK, EARLY, Wishes(ideas=(idea,)))
    assert [each.post_id for each in posts_of(filling)] == [1]
    assert all(budget.planned <= budget.target for budget in week_budget(after(board, filling.changes), WEEK, EARLY))
    shared = replace(idea, effort=ByActivity(0, 90))
    again = fill(replace(board, posts=(shared,)), WEEK, EARLY, Wishes(ideas=(shared,)))
    assert [each.platform_ids for each in blocks_of(again) if each.post_ids] == [(INSTAGRAM, FACEBOOK)]


# -- reckoning again


def test_what_is_kept_stays_and_the_rest_is_laid_around_it() -> None:
    ideas = tuple(an_idea(number, INSTAGRAM) for number in range(1, 4))
    board = a_board(platforms=ONE)
    first = fill(board, WEEK, EARLY, Wishes(ideas=ideas))
    assert fill(board, WEEK, EARLY, Wishes(ideas=ideas, keep=first.placements)).placements == first.placements
    planning = of(first, PLANNING)[0]
    assert isinstance(planning.item, PlacedBlock)
    moved = Placement(
        replace(
            planning.item, starts_at=on(3, "16:00"), ends_at=on(3, "16:00") + timedelta(minutes=planning.item.minutes)
        ),
        planning.why,
    )
    again = fill(board, WEEK, EARLY, Wishes(ideas=ideas, keep=(moved,)))
    assert moved in again.placements
    assert again.placed == first.placed
    no_overlap(board, again)


def test_what_was_kept_for_something_gone_goes_too() -> None:
    board = a_board(platforms=ONE)
    ideas = (an_idea(1, INSTAGRAM),)
    first = fill(board, WEEK, EARLY, Wishes(ideas=ideas))
    kept = [each for each in first.placements if isinstance(each.item, PlacedPost) or each.item.post_ids]
    assert fill(board, WEEK, EARLY, Wishes(keep=tuple(kept))).changes.posts == ()
    assert all(not each.post_ids for each in blocks_of(fill(board, WEEK, EARLY, Wishes(keep=tuple(kept)))))


def test_what_is_left_out_is_not_laid_elsewhere() -> None:
    post = a_post(1, version(INSTAGRAM, on(3)), effort=(0, 60))
    board = a_board([post], platforms=ONE)
    ideas = (an_idea(2, INSTAGRAM), an_idea(3, INSTAGRAM))
    first = fill(board, WEEK, EARLY, Wishes(ideas=ideas))
    for place in first.placements:
        again = fill(board, WEEK, EARLY, Wishes(ideas=ideas, leave_out=(place,)))
        assert place not in again.placements
        if isinstance(place.item, PlacedPost):
            assert place.item.post_id not in [each.post_id for each in posts_of(again)]
            continue
        same = [
            each
            for each in blocks_of(again)
            if (each.activity, each.platform_ids) == (place.item.activity, place.item.platform_ids)
        ]
        assert all(each.ends_at <= place.item.starts_at or each.starts_at >= place.item.ends_at for each in same)
        if not place.item.post_ids:
            assert again.placed == first.placed - place.item.minutes
            assert [each for each in again.misfits if each.kind is MisfitKind.TARGET] == []


# -- remedies


def test_a_tight_day_cap_can_be_raised() -> None:
    board = a_board(platforms=ONE)
    filling = fill(board, WEEK, EARLY, Wishes(day_cap=30))
    assert (filling.placed, filling.missing) == (145, 215)
    for each in filling.misfits:
        more, later = each.remedies
        assert (more.kind, later.kind) == (FillRemedyKind.RAISE_DAY_CAP, FillRemedyKind.NEXT_WEEK)
        assert more.saves == each.minutes
    more = filling.misfits[0].remedies[0]
    assert more.wishes is not None
    assert (more.minutes, more.wishes.day_cap) == (75, 75)
    assert fill(board, WEEK, EARLY, more.wishes).missing == 0
    later = filling.misfits[0].remedies[1]
    assert later.wishes is not None
    again = fill(board, WEEK, EARLY, later.wishes)
    assert len(again.misfits) == len(filling.misfits) - 1
    assert again.placements == filling.placements


def test_without_any_working_day_a_day_can_be_added() -> None:
    board = a_board(
        platforms=ONE, plan=replace(PLAN, working_hours=(None,) * 7), closed_days=(ClosedDay(1, "Ruhetag", weekday=0),)
    )
    filling = fill(board, WEEK, EARLY)
    assert filling.placements == ()
    remedy = filling.misfits[0].remedies[0]
    assert (remedy.kind, remedy.day) == (FillRemedyKind.ALLOW_DAY, on(1).date())
    assert remedy.wishes is not None
    tuesday = blocks_of(fill(board, WEEK, EARLY, remedy.wishes))
    assert {each.starts_at.date() for each in tuesday} == {on(1).date()}
    assert min(each.starts_at for each in tuesday) == on(1, "9:00")


def test_on_sunday_evening_nothing_more_can_be_added() -> None:
    filling = fill(a_board(platforms=ONE), WEEK, instant(on(6, "23:58"), BERLIN))
    assert filling.placements == ()
    assert {tuple(remedy.kind for remedy in each.remedies) for each in filling.misfits} == {(FillRemedyKind.NEXT_WEEK,)}
