"""The plan's own settings: one row, and the working hours of its weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.records import Hours, Plan
from db.schema import plan as plan_table
from db.schema import working_hours

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from db.journal import Writer

PLAN_ID = 1

_PLAN = select(plan_table, working_hours.c.weekday, working_hours.c.starts, working_hours.c.ends).select_from(
    plan_table.outerjoin(working_hours, working_hours.c.weekday >= 0)
)


def load_plan(conn: Connection) -> Plan:
    """The settings."""
    rows = conn.execute(_PLAN).all()
    hours: dict[int, Hours] = {row.weekday: Hours(row.starts, row.ends) for row in rows if row.weekday is not None}
    first = rows[0]
    return Plan(
        name=first.name,
        zone=first.zone,
        region=first.region,
        language=first.language,
        place=first.place,
        website=first.website,
        post_minute=first.post_minute,
        suggests_occasions=first.suggests_occasions,
        working_hours=tuple(hours.get(weekday) for weekday in range(7)),
        created_at=first.created_at,
    )


def save_plan(writer: Writer, plan: Plan) -> None:
    """Replace the settings. The day of its making stays as it is when `created_at` is None."""
    values = _values(plan)
    if plan.created_at is None:
        del values["created_at"]
    writer.update(plan_table, PLAN_ID, values)
    _put_hours(writer, plan)


def add_plan(writer: Writer, plan: Plan) -> None:
    """Write the settings of a new file."""
    values = _values(plan)
    writer.insert(plan_table, {**values, "created_at": plan.created_at or writer.now})
    _put_hours(writer, plan)


def _put_hours(writer: Writer, plan: Plan) -> None:
    if len(plan.working_hours) != 7:
        raise ValueError(f"a week has seven days: {plan.working_hours}")
    wanted = [
        {"weekday": weekday, "starts": hours.starts, "ends": hours.ends}
        for weekday, hours in enumerate(plan.working_hours)
        if hours is not None
    ]
    writer.sync_all(working_hours, wanted, key=("weekday",))


def _values(plan: Plan) -> dict[str, object]:
    return {
        "name": plan.name,
        "zone": plan.zone,
        "region": plan.region,
        "language": plan.language,
        "place": plan.place,
        "website": plan.website,
        "post_minute": plan.post_minute,
        "suggests_occasions": plan.suggests_occasions,
        "created_at": plan.created_at,
    }
