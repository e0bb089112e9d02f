"""The page of the people: the list at the left, one person's name, initials and time at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import Member
from desktop import wording
from desktop.preferences.checked_field import CheckedField
from desktop.preferences.columns import Columns
from desktop.preferences.frame import add_head
from desktop.preferences.parts import labelled
from desktop.preferences.record_halves import RecordHalves, RecordHead
from desktop.preferences.record_list import Group, Item, RecordList
from desktop.ui import theme
from desktop.ui.controls import Avatar, Card, Text
from desktop.ui.fields import DateField, MinutesField, help_text
from desktop.ui.parts import stacked

translate = QCoreApplication.translate

_MOST_MINUTES = 7 * 24 * 60
_LONGEST_INITIALS = 3


class TeamPage(QWidget):
    """Signals: `changed(Member, name of the step)`, `added(Member)`, `delete_requested(Member)`."""

    changed = Signal(object, str)
    added = Signal(object)
    delete_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._members: tuple[Member, ...] = ()
        self._today = date.min
        self._selected: int | None = None
        self._list = RecordList(self.tr("Team"))
        self._form = MemberForm()
        self._halves = RecordHalves(
            self._list,
            self._form,
            "users",
            self.tr("Person"),
            self.tr("Add a person"),
            self.tr("Whoever stands here can be named as the owner or approver of a post, and for hours and blocks."),
        )
        column = stacked(self)
        words = self.tr("Who does or approves what. Nobody logs in; names stay on this computer.")
        add_head(column, self.tr("Team"), Text(words, role="text-2", is_wrapped=True))
        column.addWidget(self._halves)
        column.addStretch(1)
        self._list.chosen.connect(self.select)
        self._halves.add_requested.connect(self._ask_new)
        self._form.changed.connect(self.changed)
        self._form.delete_requested.connect(self._ask_to_delete)

    def show_members(self, members: Sequence[Member], today: date, is_anew: bool = False) -> None:
        """Show other values; what is being typed stays unless `is_anew`."""
        self._members, self._today = tuple(members), today
        known = {each.id: each for each in members}
        if self._selected not in known:
            self._selected = next((item.id for group in self._groups() for item in group.items), None)
        self._list.show_groups(self._groups(), self._selected)
        self._halves.show_any(bool(known))
        if self._selected is not None:
            self._form.show_member(known[self._selected], today, is_anew)

    def select(self, member_id: int) -> None:
        """Show the details of a person; nothing for an unknown one."""
        for each in self._members:
            if each.id == member_id:
                self._selected = member_id
                self._list.select(member_id)
                self._form.show_member(each, self._today)

    def take_name(self) -> None:
        """Let the user write the name of the person who is shown."""
        self._form.take_name()

    def _groups(self) -> list[Group]:
        here = [each for each in self._members if each.left_on is None or each.left_on > self._today]
        gone = [each for each in self._members if each not in here]
        return [
            Group(self.tr("In the team"), [_item(each) for each in here]),
            Group(self.tr("No longer here"), [_item(each, is_past=True) for each in gone]),
        ]

    def _ask_new(self) -> None:
        name = self.tr("New person")
        self.added.emit(Member(0, name, initials_of(name)))

    def _ask_to_delete(self) -> None:
        for each in self._members:
            if each.id == self._selected:
                self.delete_requested.emit(each)


class MemberForm(Card):
    """Signals: `changed(Member, name of the step)`, `delete_requested()`."""

    changed = Signal(object, str)
    delete_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._member: Member | None = None
        self._avatar = Avatar("", 0, 30)
        self._head = RecordHead(self._avatar)
        self._name = CheckedField(_name_problem)
        self._initials = CheckedField(_initials_problem)
        self._weekly = MinutesField("clock", has_unit=True, most=_MOST_MINUTES, may_be_empty=True)
        self._left = DateField(may_be_empty=True, show=wording.day_with_year)
        column = stacked(self, (19, 15, 19, 17))
        column.addWidget(self._head)
        column.addSpacing(theme.px(12))
        fields = QWidget()
        columns = Columns(fields)
        columns.add(labelled(self.tr("Name"), self._name), 220, stretch=3)
        columns.add(labelled(self.tr("Initials"), self._initials), 90, stretch=1)
        column.addWidget(fields)
        column.addSpacing(theme.px(12))
        fields = QWidget()
        columns = Columns(fields)
        columns.add(labelled(self.tr("Time per week"), self._weekly), 160)
        columns.add(labelled(self.tr("No longer here since"), self._left), 160)
        column.addWidget(fields)
        column.addSpacing(theme.px(8))
        words = self.tr("Who has left stays in posts and hours, but is no longer offered. Both fields may stay empty.")
        column.addWidget(help_text(words))
        self._head.delete_requested.connect(self.delete_requested)
        self._name.committed.connect(self._put_name)
        self._initials.committed.connect(self._put_initials)
        self._weekly.committed.connect(self._put_weekly)
        self._left.committed.connect(self._put_left)

    def take_name(self) -> None:
        """Let the user write the name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.editor.selectAll()

    def show_member(self, member: Member, today: date, is_anew: bool = False) -> None:
        """Show a person; fields whose value stayed the same keep what is being typed, unless `is_anew`."""
        known = self._member
        before = None if is_anew or known is None or known.id != member.id else known
        self._member = member
        self._avatar.show_person(member.initials, member.id)
        self._head.show_record(member.name, _remark(member))
        self._left.set_today(today)
        if before is None or before.name != member.name:
            self._name.set_value(member.name)
        if before is None or before.initials != member.initials:
            self._initials.set_value(member.initials)
        if before is None or before.weekly_minutes != member.weekly_minutes:
            self._weekly.set_value(member.weekly_minutes)
        if before is None or before.left_on != member.left_on:
            self._left.set_value(member.left_on)

    def _put(self, step: str, changed: Member) -> None:
        if self._member is not None and changed != self._member:
            self.changed.emit(changed, step.format(name=self._member.name))

    def _put_name(self, name: str) -> None:
        """Rename; initials that came from the name follow it."""
        if self._member is None:
            return
        follows = self._member.initials == initials_of(self._member.name)
        initials = initials_of(name) if follows else self._member.initials
        self._put(self.tr("Rename “{name}”"), replace(self._member, name=name, initials=initials))

    def _put_initials(self, initials: str) -> None:
        if self._member is not None:
            self._put(self.tr("Change the initials of “{name}”"), replace(self._member, initials=initials.upper()))

    def _put_weekly(self, minutes: int | None) -> None:
        if self._member is not None:
            self._put(self.tr("Change the time of “{name}”"), replace(self._member, weekly_minutes=minutes))

    def _put_left(self, day: date | None) -> None:
        if self._member is not None:
            step = self.tr("“{name}” leaves") if day else self.tr("“{name}” is back")
            self._put(step, replace(self._member, left_on=day))


def initials_of(name: str) -> str:
    """The first letters of the first and the last word: Anna Maria Lind, AL."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper()


def _item(member: Member, is_past: bool = False) -> Item:
    return Item(member.id, member.name, _remark(member), initials=member.initials, is_past=is_past)


def _remark(member: Member) -> str:
    if member.left_on is None:
        if not member.weekly_minutes:
            return ""
        return translate("TeamPage", "{hours} per week").format(hours=wording.hours_h(member.weekly_minutes))
    return translate("TeamPage", "no longer here since {day}").format(day=wording.day_with_year(member.left_on))


def _name_problem(name: str) -> str:
    return "" if name else translate("TeamPage", "The person needs a name.")


def _initials_problem(initials: str) -> str:
    if not initials:
        return translate("TeamPage", "One letter at least.")
    return translate("TeamPage", "Three letters at most.") if len(initials) > _LONGEST_INITIALS else ""
