"""The words of all posts, for `db.search`: an FTS5 table that triggers keep.

The index is derived from the other tables, so neither journal nor migrations know of it: triggers follow every change,
undo too, and an upgrade makes it anew. What has no words in it (moving a post, its status) writes nothing here.
Soft hyphens only say where a word may break: the index leaves them out, so that the word stays one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

NAME = "post_search"
COLUMNS = ("title", "body", "versions", "note", "campaign", "tags")

_TABLE = """
CREATE VIRTUAL TABLE post_search USING fts5(
    title, body, versions, note, campaign, tags, tokenize = "unicode61 remove_diacritics 2", prefix = "1 2 3"
)
"""
_FILL = """
INSERT INTO post_search (rowid, title, body, versions, note, campaign, tags)
SELECT
    id, replace(title, char(173), ''), replace(body, char(173), ''),
    coalesce((
        SELECT replace(group_concat(coalesce(body, '') || ' ' || hashtags, ' '), char(173), '') FROM variant
        WHERE post_id = post.id AND coalesce(body, '') || hashtags <> ''
    ), ''),
    replace(note, char(173), ''),
    coalesce((SELECT replace(name, char(173), '') FROM campaign WHERE id = post.campaign_id), ''),
    coalesce((SELECT replace(group_concat(tag, ' '), char(173), '') FROM post_tag WHERE post_id = post.id), '')
FROM post ORDER BY id
"""
_PUT_VERSIONS = """
UPDATE post_search SET versions = coalesce((
    SELECT replace(group_concat(coalesce(body, '') || ' ' || hashtags, ' '), char(173), '') FROM variant
    WHERE post_id = {row}.post_id AND coalesce(body, '') || hashtags <> ''
), '') WHERE rowid = {row}.post_id;
"""
_PUT_TAGS = """
UPDATE post_search SET tags = coalesce((
    SELECT replace(group_concat(tag, ' '), char(173), '') FROM post_tag WHERE post_id = {row}.post_id
), '')
WHERE rowid = {row}.post_id;
"""

# When each trigger acts, and what it does
_TRIGGERS = {
    "post_search_post_added": (
        "AFTER INSERT ON post",
        """
        INSERT INTO post_search (rowid, title, body, versions, note, campaign, tags) VALUES (
            new.id, replace(new.title, char(173), ''), replace(new.body, char(173), ''), '',
            replace(new.note, char(173), ''),
            coalesce((SELECT replace(name, char(173), '') FROM campaign WHERE id = new.campaign_id), ''), ''
        );
        """,
    ),
    "post_search_post_changed": (
        """
        AFTER UPDATE ON post
        WHEN (new.title, new.body, new.note, new.campaign_id) IS NOT (old.title, old.body, old.note, old.campaign_id)
        """,
        """
        UPDATE post_search SET title = replace(new.title, char(173), ''), body = replace(new.body, char(173), ''),
            note = replace(new.note, char(173), ''),
            campaign = coalesce((SELECT replace(name, char(173), '') FROM campaign WHERE id = new.campaign_id), '')
        WHERE rowid = new.id;
        """,
    ),
    "post_search_post_removed": ("AFTER DELETE ON post", "DELETE FROM post_search WHERE rowid = old.id;"),
    "post_search_variant_added": (
        "AFTER INSERT ON variant WHEN coalesce(new.body, '') || new.hashtags <> ''",
        _PUT_VERSIONS.format(row="new"),
    ),
    "post_search_variant_changed": (
        "AFTER UPDATE ON variant WHEN (new.body, new.hashtags) IS NOT (old.body, old.hashtags)",
        _PUT_VERSIONS.format(row="new"),
    ),
    "post_search_variant_removed": (
        "AFTER DELETE ON variant WHEN coalesce(old.body, '') || old.hashtags <> ''",
        _PUT_VERSIONS.format(row="old"),
    ),
    "post_search_tag_added": ("AFTER INSERT ON post_tag", _PUT_TAGS.format(row="new")),
    "post_search_tag_changed": ("AFTER UPDATE ON post_tag", _PUT_TAGS.format(row="new")),
    "post_search_tag_removed": ("AFTER DELETE ON post_tag", _PUT_TAGS.format(row="old")),
    "post_search_campaign_renamed": (
        "AFTER UPDATE ON campaign WHEN new.name <> old.name",
        """
        UPDATE post_search SET campaign = replace(new.name, char(173), '')
        WHERE rowid IN (SELECT id FROM post WHERE campaign_id = new.id);
        """,
    ),
}


def make_index(conn: Connection) -> None:
    """Make the index and its triggers and read in every post; there must be none yet."""
    conn.exec_driver_sql(_TABLE)
    conn.exec_driver_sql(_FILL)
    for name, (when, action) in _TRIGGERS.items():
        conn.exec_driver_sql(f"CREATE TRIGGER {name} {when} BEGIN {action} END")


def drop_index(conn: Connection) -> None:
    """Take the index away, where there is one."""
    for name in _TRIGGERS:
        conn.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    conn.exec_driver_sql("DROP TABLE IF EXISTS post_search")


def is_of_index(table: str) -> bool:
    """Tell whether a table belongs to the index, which has several below its own."""
    return table == NAME or table.startswith(f"{NAME}_")
