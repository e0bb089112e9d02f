"""All fields in one place, with the label above and the help below."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.controls import Text
from desktop.ui.date_field import DateField
from desktop.ui.field_frame import Field
from desktop.ui.select_field import Option, SelectField
from desktop.ui.text_fields import LineField, TextArea
from desktop.ui.time_fields import MinutesField, TimeField

__all__ = [
    "DateField",
    "Field",
    "LineField",
    "MinutesField",
    "Option",
    "SelectField",
    "TextArea",
    "TimeField",
    "help_text",
    "label",
]


def label(text: str, field: QWidget | None = None) -> Text:
    """The label above a field; also what assistive technology calls the field."""
    if isinstance(field, Field):
        field.set_name(text)
    elif field is not None:
        field.setAccessibleName(text)
    return Text(text, "meta", "text-2", 600)


def help_text(text: str) -> Text:
    """The helping sentence below a field."""
    return Text(text, "meta", "text-3", is_wrapped=True)
