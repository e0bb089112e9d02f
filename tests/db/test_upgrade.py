"""The plans of older versions: they become today's, or stay exactly as they are."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from db import backup, items
from db import store as store_module
from db import upgrade as upgrade_module
from db.board import load_board, load_ideas
from db.busy import load_busy_calendars, load_content
from db.connection import engine_for, stored_revision
from db.errors import PlanBusy, PlanDamaged, PlanTooNew
from db.feeds import load_feeds
from db.records import Changes, Post, Week
from db.schema import REVISION, metadata
from db.search import search_posts
from db.search_index import is_of_index
from db.store import Store
from db.upgrade import MIGRATIONS, known_revisions, migrating, scripts_in, upgrade
from tests.builders import a_block, a_post, a_store, stored_board
from tests.db.dump import dump, indexed, searchable

PLANS = Path(__file__).with_name("plans")
SECOND_TABLES = {"post_series", "series_tag", "series_version", "post_tag", "saved_filter"}
THIRD_TABLES = {
    *("feed", "feed_platform", "feed_campaign", "feed_member", "delivery", "delivered"),
    *("busy_calendar", "busy_content"),
}
ADD_A_COLUMN = """
    with op.batch_alter_table("post") as post:
        post.add_column(sa.Column("mood", sa.String(), nullable=False, server_default="calm"))
"""
LOSE_THE_POSTS = """
    op.execute("DELETE FROM post")
"""
STUMBLE = (
    ADD_A_COLUMN
    + """
    raise ZeroDivisionError
"""
)


def next_version(folder: Path, steps: str) -> Path:
    """Our migrations and one more."""
    migrations = folder / "migrations"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    script = f"""
import sqlalchemy as sa
from alembic import op
revision = "9999"
down_revision = "{REVISION}"
def upgrade():
    {steps.strip()}
def downgrade():
    with op.batch_alter_table("post") as post:
        post.drop_column("mood")
"""
    (migrations / "versions" / "9999_next.py").write_text(script)
    return migrations


def an_old_plan(folder: Path) -> Path:
    """A plan with rows in tables that refer to each other."""
    store = a_store(
        folder,
        posts=[a_post("Zimtschnecken", datetime(2026, 11, 23, 10), (1, 2), (5, 10)), a_post("Idee")],
        blocks=[a_block(datetime(2026, 11, 23, 10))],
    )
    store.close()
    return store.path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a plan, whatever its version; the search index is derived."""
    with closing(sqlite3.connect(path)) as plan:
        tables = plan.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'")
        return {
            name: plan.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
            for (name,) in tables.fetchall()
            if not is_of_index(name)
        }


def shape(path: Path) -> dict[str, list[str]]:
    """The definition of every table and index, constraint by constraint in any order."""
    with closing(sqlite3.connect(path)) as plan:
        found = plan.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'")
        return {
            name: sorted(part.strip(" ,\n)") for part in re.split(r",\s*(?=CONSTRAINT|\n)", sql.replace('"', "")))
            for name, sql in found.fetchall()
        }


def test_there_is_one_newest_migration_and_the_program_knows_it() -> None:
    assert scripts_in(MIGRATIONS).get_heads() == [REVISION]
    assert REVISION in known_revisions(scripts_in(MIGRATIONS))


def test_migrations_make_the_tables_of_the_program(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "migrated.wochenwerk"
    path.touch()

    with migrating(path) as config:
        command.upgrade(config, "head")

    assert shape(path) == shape(store.path)
    engine = engine_for(path)
    with engine.connect() as connection:
        ours = {"include_name": lambda name, kind, _: kind != "table" or not is_of_index(name)}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []
    engine.dispose()


def test_the_first_tables_can_be_taken_back(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)

    with migrating(path) as config:
        command.downgrade(config, "base")

    assert set(rows(path)) == {"sqlite_sequence"}


def test_every_foreign_key_restricts_and_is_indexed() -> None:
    for table in metadata.sorted_tables:
        indexed = {next(iter(index.columns)).name for index in table.indexes}
        for key in table.foreign_keys:
            assert key.ondelete == "RESTRICT", key
            assert key.parent.name in indexed, key


@pytest.mark.parametrize("archive", sorted(PLANS.glob("*.zip")), ids=lambda path: path.stem)
def test_a_plan_of_every_version_opens(tmp_path: Path, archive: Path) -> None:
    path = tmp_path / "old.wochenwerk"
    backup.restore(archive, path)

    with closing(Store.open(path)) as store:
        board = store.read(load_board, (Week(2026, 48),))
        (idea,) = store.read(load_ideas)

        assert [post.title for post in board.posts] == ["Zimtschnecken"]
        assert [block.title for block in board.blocks] == ["", "Runde"]
        assert store.picture(idea.variants[0].pictures[0]) == b"picture"
    assert backup.check(path) == []
    assert stored_revision(path) == REVISION


def test_the_second_tables_keep_every_row_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "old.wochenwerk"
    backup.restore(PLANS / "0001.zip", path)
    with closing(sqlite3.connect(path)) as plan:  # an id that was given away and must not come again
        plan.execute("UPDATE sqlite_sequence SET seq = 70 WHERE name = 'post'")
        plan.commit()
    before = rows(path)

    upgrade(path)

    after = rows(path)
    assert after.keys() - before.keys() == SECOND_TABLES | THIRD_TABLES
    assert after["post"] == [(*row, 0, None, None) for row in before["post"]]
    assert sorted(after["sqlite_sequence"]) == sorted(before["sqlite_sequence"])
    assert {name: after[name] for name in before.keys() - {"post", "sqlite_sequence"}} == {
        name: before[name] for name in before.keys() - {"post", "sqlite_sequence"}
    }
    with closing(Store.open(path)) as store:
        assert store.read(indexed) == store.read(searchable)
        assert [hit.title for hit in store.read(search_posts, "zimt", 9)] == ["Zimtschnecken"]
        store.write(items.put, Changes(posts=(a_post("Neu", id=0),)))
        assert [hit.post_id for hit in store.read(search_posts, "neu", 9)] == [71]


def test_a_plan_of_the_second_version_has_something_in_every_new_table(tmp_path: Path) -> None:
    path = tmp_path / "old.wochenwerk"
    backup.restore(PLANS / "0002.zip", path)

    stored = rows(path)

    assert all(stored[name] for name in SECOND_TABLES)
    assert {row[-3] for row in stored["post"]} == {0, 2}


def test_the_third_tables_come_empty_and_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "old.wochenwerk"
    backup.restore(PLANS / "0002.zip", path)
    before = rows(path)

    upgrade(path)

    after = rows(path)
    assert {name: after.pop(name) for name in THIRD_TABLES} == {name: [] for name in THIRD_TABLES}
    assert after == before


def test_a_plan_of_the_third_version_has_something_in_every_new_table(tmp_path: Path) -> None:
    path = tmp_path / "old.wochenwerk"
    backup.restore(PLANS / "0003.zip", path)

    stored = rows(path)

    assert all(stored[name] for name in THIRD_TABLES)
    with closing(Store.open(path)) as store:
        (feed,) = store.read(load_feeds)
        (calendar,) = store.read(load_busy_calendars)
        content = store.read(load_content, calendar.uid)
    assert (feed.file_name, feed.platform_ids) == ("instagram.ics", frozenset({1}))
    assert content is not None
    assert content.data.startswith(b"BEGIN:VCALENDAR")


def test_there_is_a_plan_of_every_version() -> None:
    assert {path.stem for path in PLANS.glob("*.zip")} == known_revisions(scripts_in(MIGRATIONS))


def test_an_upgrade_keeps_everything_and_a_copy(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)
    before = rows(path)

    kept = upgrade(path, migrations=next_version(tmp_path, ADD_A_COLUMN))

    after = rows(path)
    assert after.pop("post") == [(*row, "calm") for row in before.pop("post")]
    assert after == before
    assert stored_revision(path) == "9999"
    assert kept == tmp_path / "plan backups" / "plan before 9999.wochenwerk"
    assert stored_revision(kept) == REVISION
    assert [post.title for post in _opened_ideas(kept)] == ["Idee"]
    with closing(sqlite3.connect(path)) as plan:
        assert plan.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plan.execute("PRAGMA foreign_key_check").fetchall() == []


def test_ids_are_still_not_used_again_after_an_upgrade(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)
    with closing(Store.open(path)) as store:
        store.write(items.put, Changes(removed_posts=frozenset({2})))

    upgrade(path, migrations=next_version(tmp_path, ADD_A_COLUMN))

    with closing(sqlite3.connect(path)) as plan:
        assert plan.execute("SELECT seq FROM sqlite_sequence WHERE name = 'post'").fetchone() == (2,)


def test_an_upgrade_takes_along_what_is_still_in_the_log(tmp_path: Path) -> None:
    script = """
        import os
        from pathlib import Path
        from tests.builders import a_post, a_store
        a_store(Path(os.environ["FOLDER"]), posts=(a_post("only in the log"),))
        os._exit(1)
    """
    crash = [sys.executable, "-c", textwrap.dedent(script)]
    subprocess.run(crash, env={**os.environ, "FOLDER": str(tmp_path)}, check=False)
    path = tmp_path / "plan.wochenwerk"

    upgrade(path, migrations=next_version(tmp_path, ADD_A_COLUMN))

    assert [row[2] for row in rows(path)["post"]] == ["only in the log"]
    assert not path.with_name("plan.wochenwerk-wal").exists()


def test_opening_upgrades_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = an_old_plan(tmp_path)
    monkeypatch.setattr(store_module, "REVISION", "9999")
    defaults = upgrade_module.upgrade.__kwdefaults__ or {}
    monkeypatch.setitem(defaults, "migrations", next_version(tmp_path, ADD_A_COLUMN))

    for _ in range(2):
        with closing(Store.open(path)) as store:
            assert [post.title for post in stored_board(store).posts] == ["Zimtschnecken"]

    assert stored_revision(path) == "9999"
    assert len(list((tmp_path / "plan backups").iterdir())) == 1


@pytest.mark.parametrize(("steps", "problem"), [(STUMBLE, ZeroDivisionError), (LOSE_THE_POSTS, PlanDamaged)])
def test_an_upgrade_that_fails_leaves_the_plan_alone(tmp_path: Path, steps: str, problem: type[Exception]) -> None:
    path = an_old_plan(tmp_path)
    with closing(Store.open(path)) as store:
        before = store.read(dump)

    with pytest.raises(problem):
        upgrade(path, migrations=next_version(tmp_path, steps))

    with closing(Store.open(path)) as store:
        assert store.read(dump) == before
    assert [file.name for file in tmp_path.glob(".plan*") if file.is_dir()] == []


def test_a_damaged_plan_is_not_upgraded(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)
    with closing(sqlite3.connect(path)) as plan:
        plan.execute("UPDATE post SET owner_id = 77")
        plan.commit()

    with pytest.raises(PlanDamaged):
        upgrade(path, migrations=next_version(tmp_path, ADD_A_COLUMN))

    assert stored_revision(path) == REVISION


def test_a_plan_in_use_is_not_upgraded_under_its_user(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)
    migrations = next_version(tmp_path, ADD_A_COLUMN)
    with closing(Store.open(path)), pytest.raises(PlanBusy):
        upgrade(path, patience=0.05, migrations=migrations)

    assert stored_revision(path) == REVISION
    assert upgrade(path, migrations=migrations)


def test_a_plan_that_is_up_to_date_is_not_touched(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)
    before = path.read_bytes()

    assert upgrade(path) is None

    assert path.read_bytes() == before


def test_a_plan_from_the_future_is_refused(tmp_path: Path) -> None:
    path = an_old_plan(tmp_path)
    upgrade(path, migrations=next_version(tmp_path, ADD_A_COLUMN))
    before = path.read_bytes()

    with pytest.raises(PlanTooNew):
        Store.open(path)

    assert path.read_bytes() == before


def _opened_ideas(path: Path) -> tuple[Post, ...]:
    with closing(Store.open(path)) as store:
        return store.read(load_ideas)
