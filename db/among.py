"""Asking for the rows of many ids with one parameter, so that a statement is compiled once whatever their number."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Column, ColumnElement


def among(column: Column[Any], name: str = "ids") -> ColumnElement[bool]:
    """Tell whether the column has one of the values given as parameter `name` by `listed`."""
    values = func.json_each(bindparam(name)).table_valued("value")
    return column.in_(select(values.c.value))


def listed(values: Iterable[int | str]) -> str:
    """The values of a parameter of `among`."""
    return json.dumps(list(values))
