"""What tables are made of: the columns of a plan file, and how indexes and constraints are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint

from db.column_types import Code, Instant, WallTime

if TYPE_CHECKING:
    from datetime import datetime
    from enum import StrEnum

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *parts: Column[Any] | CheckConstraint | UniqueConstraint | Index) -> Table:
    """A table whose ids are never used again."""
    return Table(name, metadata, Column("id", Integer, primary_key=True), *parts, sqlite_autoincrement=True)


def refers_to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    """A reference to a row of another table, which stays as long as it is referred to."""
    return Column(name, ForeignKey(target, ondelete="RESTRICT"), nullable=nullable, index=True)


def text(name: str, *, nullable: bool = False, unique: bool = False) -> Column[str]:
    """Any text."""
    return Column(name, String, nullable=nullable, unique=unique)


def number(name: str, *, nullable: bool = False) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=nullable)


def wall(name: str, *, nullable: bool = False, index: bool = False) -> Column[datetime]:
    """A planned moment, see `WallTime`."""
    return Column(name, WallTime, nullable=nullable, index=index)


def instant(name: str, *, nullable: bool = False, index: bool = False) -> Column[datetime]:
    """A moment that has been, see `Instant`."""
    return Column(name, Instant, nullable=nullable, index=index)


def one_of(name: str, enum: type[StrEnum], *, nullable: bool = False) -> tuple[Column[StrEnum], CheckConstraint]:
    """A member of an enum, and the check that it is none of another."""
    codes = ", ".join(f"'{member.value}'" for member in enum)
    return Column(name, Code(enum), nullable=nullable), CheckConstraint(f"{name} IN ({codes})", name=name)
