"""What an event tells its reader, and what each privacy keeps back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from icalendar import Event
from PySide6.QtCore import QCoreApplication

from db.feed_records import Privacy
from db.records import BlockException, BlockLink, Board, Campaign, ExceptionKind, Member, Share, Status, Variant
from desktop import languages
from desktop.exchange.calendar_file import calendar_bytes, recipe
from desktop.feeds.scope import Scope
from tests.feeds.test_ical import TODAY, a_board, a_post, a_series, events, uid, written

MOMENT = datetime(2026, 11, 26, 12, 15)


def a_told_board() -> Board:
    """One post on three platforms, with everything that can be told of it."""
    post = a_post(1, MOMENT, body="Fresh & warm\nat noon")
    first = replace(post.variants[0], hashtags="#rolls", link="https://cafe.example/rolls")
    others = (
        Variant(2, uid(2), 1, 2, starts_at=datetime(2026, 11, 27, 9), status=Status.DRAFT),
        Variant(3, uid(3), 1, 3, starts_at=None, status=Status.IDEA),
    )
    post = replace(
        post, variants=(first, *others), campaign_id=1, owner_id=1, approver_id=2, note="Bring the camera\nand light"
    )
    return replace(
        a_board([post]),
        campaigns=(Campaign(1, "Advent", MOMENT.date(), MOMENT.date()),),
        members=(Member(1, "Mara", "M"), Member(2, "Emre", "E")),
    )


def test_a_post_tells_its_text_and_then_what_is_known_of_it() -> None:
    event = events(written(a_told_board(), Scope(platform_ids=frozenset({1}))))[0]
    assert str(event["DESCRIPTION"]) == (
        "Fresh & warm\nat noon\n\n#rolls\n\nhttps://cafe.example/rolls\n\n—\n"
        "Also on: Facebook 27 Nov 2026, 9:00 (Draft)\n"
        "Campaign: Advent\nResponsible: Mara\nApproval: Emre\nNote: Bring the camera\nand light"
    )
    assert str(event["URL"]) == "https://cafe.example/rolls"
    assert [str(each) for each in event.categories] == ["Instagram", "Post"]
    assert str(event["X-WOCHENWERK"]).startswith(f"post?post={uid(901)}&status=scheduled&on=1/instagram/Instagram&")


def test_readers_without_drafts_hear_of_none_in_what_they_see() -> None:
    board = a_told_board()
    draft = a_post(7, MOMENT, Status.DRAFT, title="Surprise")
    work = a_series(MOMENT, None, id=5, uid=uid(5), links=(BlockLink(MOMENT, 1), BlockLink(MOMENT, 7)))
    board = replace(board, posts=(*board.posts, draft), blocks=(work,))

    texts = [str(event["DESCRIPTION"]) for event in events(written(board, Scope(has_drafts=False)))]

    assert len(texts) == 2
    assert "Also on" not in texts[0]
    assert texts[1] == f"For: {board.posts[0].title}"


def test_a_published_post_links_to_itself_and_tells_its_own_text() -> None:
    board = a_told_board()
    post = board.posts[0]
    out = replace(post.variants[0], status=Status.PUBLISHED, url="https://social.example/p/1", body="Only here")
    event = events(written(replace(board, posts=(replace(post, variants=(out,), note=""),))))[0]
    assert str(event["URL"]) == "https://social.example/p/1"
    assert str(event["DESCRIPTION"]).startswith(
        "Only here\n\n#rolls\n\nhttps://cafe.example/rolls\n\nhttps://social.example/p/1\n\n—\nCampaign"
    )


def test_a_long_text_is_cut_before_what_is_known_of_it() -> None:
    board = a_told_board()
    board = replace(board, posts=(replace(board.posts[0], body="ä" * 9000),))
    text = str(events(written(board))[0]["DESCRIPTION"])
    assert len(text) == 7500
    assert "ä…\n\n—\nAlso on" in text
    assert text.endswith("and light")


def test_titles_keep_the_texts_back_and_busy_everything_but_the_time() -> None:
    board = replace(
        a_told_board(), blocks=(a_series(datetime(2026, 11, 24, 9), None, note="Secret", id=5, uid=uid(5)),)
    )
    for privacy, titles in (
        (Privacy.TITLES, ["Instagram: Rolls", "Draft: Facebook: Rolls", "Creation (Instagram)"]),
        (Privacy.BUSY, ["Busy"] * 3),
    ):
        found = events(written(board, Scope(privacy=privacy)))
        assert [str(event["SUMMARY"]) for event in found] == titles
        for event in found:
            assert {"DESCRIPTION", "URL", "X-WOCHENWERK"}.isdisjoint(event)
            assert ("CATEGORIES" in event) == (privacy is Privacy.TITLES)
    assert {str(event["STATUS"]) for event in found} == {"CONFIRMED"}
    assert [str(event["TRANSP"]) for event in found] == ["TRANSPARENT", "TRANSPARENT", "OPAQUE"]


def a_linked_series(**fields: object) -> Board:
    """A weekly series of Instagram whose second occurrence works for a post on Facebook."""
    post = a_post(2, datetime(2026, 11, 18, 9))
    post = replace(post, variants=(replace(post.variants[0], platform_id=2),))
    links = (BlockLink(datetime(2026, 11, 9, 9), 2),)
    block = a_series(datetime(2026, 11, 2, 9), "FREQ=WEEKLY;BYDAY=MO", links=links, campaign_id=1, member_id=1)
    board = replace(a_board([post], [replace(block, **fields)]), members=(Member(1, "Mara", "M"),))  # type: ignore[arg-type]
    return replace(board, campaigns=(Campaign(1, "Advent", MOMENT.date(), MOMENT.date()),))


def test_an_occurrence_that_works_for_a_post_names_the_posts_platforms() -> None:
    series, override = events(written(a_linked_series(), Scope(has_posts=False)))
    assert str(series["SUMMARY"]) == "Creation (Instagram)"
    assert str(series["DESCRIPTION"]) == "Campaign: Advent\nResponsible: Mara"
    assert str(override["SUMMARY"]) == "Creation (Facebook)"
    assert [str(each) for each in override.categories] == ["Facebook", "Work"]
    assert str(override["DESCRIPTION"]) == "For: Rolls\nCampaign: Advent\nResponsible: Mara"
    own = f"work?activity=creation&on=1/instagram/Instagram&post={uid(902)}&"
    assert str(override["X-WOCHENWERK"]).startswith(own)
    assert override.decoded("RECURRENCE-ID") == override.decoded("DTSTART")
    assert "EXDATE" not in series


def test_an_occurrence_that_says_nothing_else_is_left_to_its_series() -> None:
    exception = BlockException(datetime(2026, 11, 16, 9), ExceptionKind.CHANGED, platforms=(Share(1, 2),))
    found = events(written(a_linked_series(links=(), exceptions=(exception,)), Scope(has_posts=False)))
    assert len(found) == 1


def test_a_reader_of_titles_only_sees_no_trace_of_a_link_on_the_same_platform() -> None:
    board = a_linked_series()
    board = replace(
        board, posts=(replace(board.posts[0], variants=(replace(board.posts[0].variants[0], platform_id=1),)),)
    )
    assert len(events(written(board, Scope(has_posts=False, privacy=Privacy.TITLES)))) == 1
    assert len(events(written(board, Scope(has_posts=False)))) == 2


def test_two_occurrences_moved_to_one_day_do_not_share_it_in_their_series() -> None:
    moved = tuple(
        BlockException(
            datetime(2026, 11, day, 9),
            ExceptionKind.CHANGED,
            starts_at=datetime(2026, 11, 12, hour),
            ends_at=datetime(2026, 11, 12, hour + 1),
        )
        for day, hour in ((9, 14), (16, 9))
    )
    found = events(written(a_linked_series(links=(), exceptions=moved), Scope(has_posts=False)))
    assert [("RECURRENCE-ID" in event, _hour(event)) for event in found] == [(False, 9), (True, 14), (False, 9)]
    assert len({str(event["UID"]) for event in found}) == 2


def _hour(event: Event) -> int:
    start = event.decoded("DTSTART")
    assert isinstance(start, datetime)
    return start.hour


def test_a_feed_speaks_the_plans_language_and_a_file_the_one_spoken(qapp: QCoreApplication) -> None:
    post = a_post(1, MOMENT, Status.DRAFT)
    other = Variant(2, uid(2), 1, 2, starts_at=datetime(2026, 11, 27, 9, 5), status=Status.SCHEDULED)
    board = a_board([replace(post, variants=(post.variants[0], other))])
    told = {
        "de": ("Entwurf: Instagram: Rolls", "Auch auf: Facebook 27.11.2026, 9:05 (Geplant)"),
        "en": ("Draft: Instagram: Rolls", "Also on: Facebook 27 Nov 2026, 9:05 (Scheduled)"),
    }
    for spoken, in_this_language in told.items():
        languages.speak(spoken)
        assert _told(calendar_bytes(board, {}, Scope())) == in_this_language
        for language, words in told.items():
            plan = replace(board.plan, language=language)
            written_feed = recipe(plan).written(replace(board, plan=plan), {}, Scope(), "", TODAY)
            assert _told(written_feed.data) == words
    languages.fall_silent()


def _told(data: bytes) -> tuple[str, str]:
    event = events(data)[0]
    return str(event["SUMMARY"]), str(event["DESCRIPTION"])
