"""Posts with all that belongs to them: versions, effort, pictures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import select

from db.among import among, listed
from db.errors import StaleChange
from db.lists import effort_rows
from db.records import ByActivity, Post, Variant
from db.schema import block_post, media, platform, post, post_effort, post_tag, time_entry, variant, variant_media

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, Row

    from db.journal import Writer

_POSTS = select(post).where(among(post.c.id)).order_by(post.c.id)
_EFFORT = select(post_effort.c.post_id, post_effort.c.activity, post_effort.c.minutes).where(
    among(post_effort.c.post_id)
)
_VARIANTS = (
    select(variant)
    .join_from(variant, platform)
    .where(among(variant.c.post_id))
    .order_by(variant.c.post_id, platform.c.position, platform.c.id)
)
_TAGS = (
    select(post_tag.c.post_id, post_tag.c.tag)
    .where(among(post_tag.c.post_id))
    .order_by(post_tag.c.post_id, post_tag.c.tag)
)
_ALL_TAGS = select(post_tag.c.tag).distinct().order_by(post_tag.c.tag)
_PICTURES = (
    select(variant_media.c.variant_id, media.c.sha256)
    .join_from(variant_media, media)
    .join_from(variant_media, variant)
    .where(among(variant.c.post_id))
    .order_by(variant_media.c.variant_id, variant_media.c.position)
)
_MOST_KEPT = 2048
_last_read: dict[int, Post] = {}


def load_posts(conn: Connection, ids: Collection[int]) -> tuple[Post, ...]:
    """The posts of these ids, by id; ids that are gone are left out."""
    if not ids:
        return ()
    wanted = {"ids": listed(ids)}
    pictures: dict[int, list[str]] = defaultdict(list)
    for variant_id, sha256 in conn.execute(_PICTURES, wanted):
        pictures[variant_id].append(sha256)
    versions: dict[int, list[Variant]] = defaultdict(list)
    for row in conn.execute(_VARIANTS, wanted):
        versions[row.post_id].append(_version_of(row, tuple(pictures.get(row.id, ()))))
    effort: dict[int, dict[str, int]] = defaultdict(dict)
    for post_id, activity, minutes in conn.execute(_EFFORT, wanted):
        effort[post_id][activity.value] = minutes
    tags: dict[int, list[str]] = defaultdict(list)
    for post_id, tag in conn.execute(_TAGS, wanted):
        tags[post_id].append(tag)
    found = (
        Post(
            id=row.id,
            uid=row.uid,
            title=row.title,
            body=row.body,
            format_key=row.format_key,
            campaign_id=row.campaign_id,
            owner_id=row.owner_id,
            approver_id=row.approver_id,
            note=row.note,
            created_at=row.created_at,
            effort=ByActivity(**effort.get(row.id, {})),
            variants=tuple(versions.get(row.id, ())),
            tags=tuple(tags.get(row.id, ())),
            rank=row.rank,
            series_id=row.series_id,
            series_at=row.series_at,
        )
        for row in conn.execute(_POSTS, wanted)
    )
    return tuple(map(_known, found))


def _known(record: Post) -> Post:
    """The very record of the last reading where nothing has changed: rules remember what they reckoned for it."""
    last = _last_read.get(record.id)
    if last is not None and last == record and _folds(last) == _folds(record):
        return last
    if len(_last_read) >= _MOST_KEPT:
        _last_read.clear()
    _last_read[record.id] = record
    return record


def _folds(record: Post) -> list[int]:
    """The folds of all wall clock moments, which `==` does not look at."""
    moments = (record.series_at, *(version.starts_at for version in record.variants))
    return [moment.fold for moment in moments if moment is not None]


def load_tags(conn: Connection) -> tuple[str, ...]:
    """Every tag that a post has, in alphabetical order."""
    return tuple(conn.scalars(_ALL_TAGS))


def rank_ideas(writer: Writer, ids: Sequence[int]) -> None:
    """Let these ideas come before all others, in this order. Raises StaleChange for an unknown id."""
    ranked = writer.connection.scalars(select(post.c.id).where(post.c.rank != 0))
    ranks = dict.fromkeys(ranked, 0) | {post_id: len(ids) - place for place, post_id in enumerate(ids)}
    writer.update_many(post, {post_id: {"rank": rank} for post_id, rank in ranks.items()})


def put_posts(writer: Writer, records: Sequence[Post]) -> list[int]:
    """Add or replace posts; answers their ids in the same order. Versions keep their platform.

    Raises StaleChange for an unknown id of a post or version, ValueError for a version on another platform than before.
    """
    known = [record.id for record in records if record.id > 0]
    stored = _stored_versions(writer, known)
    kept = {version.id for record in records for version in record.variants}
    gone = [version_id for version_id in stored if version_id not in kept]
    writer.delete_where(variant_media.c.variant_id, gone)
    writer.delete_where(variant.c.id, gone)

    writer.update_many(post, {record.id: _post_row(record) for record in records if record.id > 0})
    new = iter(writer.insert_many(post, [_new_post_row(record, writer) for record in records if record.id < 1]))
    ids = [record.id if record.id > 0 else next(new) for record in records]
    efforts = {post_id: effort_rows(record.effort) for post_id, record in zip(ids, records, strict=True)}
    writer.sync(post_effort.c.post_id, efforts, key=("activity",))
    tags = {post_id: tag_rows(record.tags) for post_id, record in zip(ids, records, strict=True)}
    writer.sync(post_tag.c.post_id, tags, key=("tag",))

    versions = [(post_id, version) for post_id, record in zip(ids, records, strict=True) for version in record.variants]
    for post_id, version in versions:
        if version.id > 0:
            _check_place(version, post_id, stored.get(version.id))
    writer.update_many(variant, {version.id: _version_row(version) for _, version in versions if version.id > 0})
    added = [
        {**_version_row(version), "uid": version.uid or str(uuid4()), "post_id": post_id}
        for post_id, version in versions
        if version.id < 1
    ]
    new = iter(writer.insert_many(variant, added))
    version_ids = [version.id if version.id > 0 else next(new) for _, version in versions]
    _put_pictures(writer, {n: version.pictures for n, (_, version) in zip(version_ids, versions, strict=True)})
    return ids


def remove_posts(writer: Writer, ids: Collection[int]) -> None:
    """Remove posts, their versions and the links to them; their time entries stay, without the reference.

    Raises StaleChange for an unknown id.
    """
    if not ids:
        return
    writer.update_where(time_entry.c.post_id, ids, {"post_id": None})
    writer.delete_where(block_post.c.post_id, ids)
    writer.delete_where(variant_media.c.variant_id, _stored_versions(writer, ids))
    writer.delete_where(variant.c.post_id, ids)
    writer.delete_where(post_effort.c.post_id, ids)
    writer.delete_where(post_tag.c.post_id, ids)
    if writer.delete_where(post.c.id, ids) != len(ids):
        raise StaleChange(f"of the posts {sorted(ids)} some are gone")


def tag_rows(tags: Sequence[str]) -> list[dict[str, object]]:
    """Tags as rows, each once."""
    return [{"tag": tag} for tag in dict.fromkeys(tags)]


def _version_of(row: Row[Any], pictures: tuple[str, ...]) -> Variant:
    return Variant(
        id=row.id,
        uid=row.uid,
        post_id=row.post_id,
        platform_id=row.platform_id,
        starts_at=row.starts_at,
        body=row.body,
        hashtags=row.hashtags,
        link=row.link,
        share=row.share,
        status=row.status,
        held_from=row.held_from,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        published_at=row.published_at,
        url=row.url,
        pictures=pictures,
    )


def _stored_versions(writer: Writer, post_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Post and platform of the stored versions, by version."""
    query = select(variant.c.id, variant.c.post_id, variant.c.platform_id).where(among(variant.c.post_id))
    rows = writer.connection.execute(query, {"ids": listed(post_ids)})
    return {version_id: (post_id, platform_id) for version_id, post_id, platform_id in rows}


def _check_place(version: Variant, post_id: int, place: tuple[int, int] | None) -> None:
    if place is None or place[0] != post_id:
        raise StaleChange(f"version {version.id} of post {post_id} is gone")
    if place[1] != version.platform_id:
        raise ValueError(f"version {version.id} cannot change its platform; put a new one instead")


def _put_pictures(writer: Writer, pictures: dict[int, tuple[str, ...]]) -> None:
    names = dict.fromkeys(name for some in pictures.values() for name in some)
    query = select(media.c.sha256, media.c.id).where(among(media.c.sha256))
    ids = {row.sha256: row.id for row in writer.connection.execute(query, {"ids": listed(names)})}
    new = [name for name in names if name not in ids]
    ids.update(zip(new, writer.insert_many(media, [{"sha256": name} for name in new]), strict=True))
    rows = {
        version_id: [{"media_id": ids[name], "position": position} for position, name in enumerate(some)]
        for version_id, some in pictures.items()
    }
    writer.sync(variant_media.c.variant_id, rows, key=("position",))


def _new_post_row(record: Post, writer: Writer) -> dict[str, object]:
    return {
        **_post_row(record),
        "uid": record.uid or str(uuid4()),
        "created_at": record.created_at or writer.now,
    }


def _post_row(record: Post) -> dict[str, object]:
    row: dict[str, object] = {
        "title": record.title,
        "body": record.body,
        "format_key": record.format_key,
        "campaign_id": record.campaign_id,
        "owner_id": record.owner_id,
        "approver_id": record.approver_id,
        "note": record.note,
        "rank": record.rank,
        "series_id": record.series_id,
        "series_at": record.series_at,
    }
    if record.uid:
        row["uid"] = record.uid
    if record.created_at:
        row["created_at"] = record.created_at
    return row


def _version_row(version: Variant) -> dict[str, object]:
    row: dict[str, object] = {
        "platform_id": version.platform_id,
        "starts_at": version.starts_at,
        "body": version.body,
        "hashtags": version.hashtags,
        "link": version.link,
        "share": version.share,
        "status": version.status,
        "held_from": version.held_from,
        "approved_by": version.approved_by,
        "approved_at": version.approved_at,
        "published_at": version.published_at,
        "url": version.url,
    }
    if version.uid:
        row["uid"] = version.uid
    return row
