"""Posts that repeat: the rule, and the template from which new ones are made."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from db.errors import StaleChange
from db.posts import tag_rows
from db.records import ACTIVITIES, ByActivity, Post, PostSeries, Variant
from db.schema import platform, post, post_series, series_tag, series_version

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

    from db.journal import Writer

_SERIES = select(post_series).order_by(post_series.c.id)
_TAGS = select(series_tag.c.series_id, series_tag.c.tag).order_by(series_tag.c.series_id, series_tag.c.tag)
_VERSIONS = (
    select(series_version)
    .join_from(series_version, platform)
    .order_by(series_version.c.series_id, platform.c.position, platform.c.id)
)


def load_post_series(conn: Connection) -> tuple[PostSeries, ...]:
    """All of them, by id."""
    rows = conn.execute(_SERIES).all()
    if not rows:
        return ()
    tags: dict[int, list[str]] = defaultdict(list)
    for series_id, tag in conn.execute(_TAGS):
        tags[series_id].append(tag)
    versions: dict[int, list[Variant]] = defaultdict(list)
    for row in conn.execute(_VERSIONS):
        version = Variant(0, "", 0, row.platform_id, row.starts_at, row.body, row.hashtags, row.link, row.share)
        versions[row.series_id].append(version)
    return tuple(
        PostSeries(
            id=row.id,
            uid=row.uid,
            rrule=row.rrule,
            starts_at=row.starts_at,
            created_until=row.created_until,
            template=Post(
                id=0,
                uid="",
                title=row.title,
                body=row.body,
                format_key=row.format_key,
                campaign_id=row.campaign_id,
                owner_id=row.owner_id,
                approver_id=row.approver_id,
                note=row.note,
                effort=ByActivity(
                    row.effort_planning, row.effort_creation, row.effort_interaction, row.effort_monitoring
                ),
                variants=tuple(versions.get(row.id, ())),
                tags=tuple(tags.get(row.id, ())),
            ),
        )
        for row in rows
    )


def put_post_series(writer: Writer, records: Sequence[PostSeries]) -> list[int]:
    """Add or replace series; answers their ids in the same order. Of a template only what new posts get is kept.

    Raises StaleChange for an unknown id.
    """
    writer.update_many(post_series, {record.id: _row(record) for record in records if record.id > 0})
    added = [{**_row(record), "uid": record.uid or str(uuid4())} for record in records if record.id < 1]
    new = iter(writer.insert_many(post_series, added))
    ids = [record.id if record.id > 0 else next(new) for record in records]
    templates = [(series_id, record.template) for series_id, record in zip(ids, records, strict=True)]
    writer.sync(series_tag.c.series_id, {n: tag_rows(template.tags) for n, template in templates}, key=("tag",))
    versions = {n: [_version_row(version) for version in template.variants] for n, template in templates}
    writer.sync(series_version.c.series_id, versions, key=("platform_id",))
    return ids


def remove_post_series(writer: Writer, ids: Collection[int]) -> None:
    """Remove series; their posts stay, as single ones. Raises StaleChange for an unknown id."""
    if not ids:
        return
    writer.update_where(post.c.series_id, ids, {"series_id": None, "series_at": None})
    writer.delete_where(series_tag.c.series_id, ids)
    writer.delete_where(series_version.c.series_id, ids)
    if writer.delete_where(post_series.c.id, ids) != len(ids):
        raise StaleChange(f"of the series {sorted(ids)} some are gone")


def _row(record: PostSeries) -> dict[str, object]:
    template = record.template
    row: dict[str, object] = {
        "rrule": record.rrule,
        "starts_at": record.starts_at,
        "created_until": record.created_until,
        "title": template.title,
        "body": template.body,
        "format_key": template.format_key,
        "campaign_id": template.campaign_id,
        "owner_id": template.owner_id,
        "approver_id": template.approver_id,
        "note": template.note,
    }
    row |= {f"effort_{activity}": template.effort.of(activity) for activity in ACTIVITIES}
    if record.uid:
        row["uid"] = record.uid
    return row


def _version_row(version: Variant) -> dict[str, object]:
    return {
        "platform_id": version.platform_id,
        "starts_at": version.starts_at,
        "body": version.body,
        "hashtags": version.hashtags,
        "link": version.link,
        "share": version.share,
    }
