"""Below the month: how its formats mix, where something is missing and how to fill it, which campaigns run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.month.month_paint import campaign_color
from desktop.ui import icons, marks, theme
from desktop.ui.buttons import Button
from desktop.ui.controls import Text
from desktop.ui.popover import Popover

HEIGHT = 132
MOST_HINTS = 3
_MOST_CAMPAIGNS = 2
_SHARES = ("text", "text-2", "text-2", "text-3", "text-3")
_LAST_SHARE = "line-strong"
_ICON_COLUMN = 23
_LINK_PADDING = 6


@dataclass(frozen=True, slots=True)
class MixPart:
    """A format and how many posts have it; `key` None stands for posts without one."""

    key: str | None
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Hint:
    """Something missing: a bold part between two plain ones, and the day to which `link` leads (None: nowhere)."""

    before: str
    bold: str = ""
    after: str = ""
    day: date | None = None

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.before}{self.bold}{self.after}"


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign and what is to be said of it."""

    name: str
    note: str


class MonthFooter(QWidget):
    """Three parts side by side.

    Signals: `day_wanted(date)` for a gap that is to be filled.
    """

    day_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mix_title = Text("", "body-strong")
        self._mix_count = Text("", "meta", "text-3")
        self.mix = _Mix()
        self._dots = HintRow("info-circle", "text-3", "meta", "text-2")
        self.hint_rows = [self._hint_row() for _ in range(MOST_HINTS)]
        self.more = Button("", kind="link", size=24)
        self.more.clicked.connect(self._open_hints)
        self._more_line = _indented(self.more)
        self._no_hints = _calm(self.tr("No gaps: something goes out regularly."))
        self._campaigns = [_CampaignRow(place) for place in range(_MOST_CAMPAIGNS)]
        self._other_campaigns = _calm("")
        self._hints: tuple[Hint, ...] = ()
        self.setFixedHeight(theme.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._mix_part(), 5)
        row.addWidget(_part(self.tr("Gaps"), (*self.hint_rows, self._more_line, self._no_hints)), 4)
        row.addWidget(_part(self.tr("Campaigns"), (*self._campaigns, self._other_campaigns)), 4)

    def _mix_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(18), theme.px(6))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._mix_title, 1)
        head.addWidget(self._mix_count)
        column.addLayout(head)
        column.addSpacing(theme.px(8))
        column.addWidget(self.mix)
        column.addSpacing(theme.px(5))
        self._dots.show_hint(Hint(self.tr("Dots in a day: one hour of planned work each.")))
        column.addWidget(self._dots)
        column.addStretch(1)
        part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return part

    def show_mix(self, title: str, total: str, parts: Sequence[MixPart]) -> None:
        """Show how formats mix."""
        self._mix_title.setText(title)
        self._mix_count.setText(total)
        self.mix.show_parts(title, tuple(parts))

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show what is missing, the most important first; a list opens where it is too much."""
        self._hints = tuple(hints)
        shown = self._hints if len(hints) <= MOST_HINTS else self._hints[: MOST_HINTS - 1]
        for row, hint in zip_longest(self.hint_rows, shown):
            row.setVisible(hint is not None)
            if hint is not None:
                row.show_hint(hint)
        self.more.setText(self.tr("%n more", "", len(hints) - len(shown)))
        self._more_line.setVisible(len(hints) > len(shown))
        self._no_hints.setVisible(not hints)

    def show_campaigns(self, campaigns: Sequence[CampaignLine]) -> None:
        """Show the campaigns that touch the month."""
        for row, line in zip_longest(self._campaigns, campaigns[:_MOST_CAMPAIGNS]):
            row.setVisible(line is not None)
            if line is not None:
                row.show_line(line)
        rest = ", ".join(line.name for line in campaigns[_MOST_CAMPAIGNS:])
        none, also = self.tr("No campaign in this month."), self.tr("also: {names}").format(names=rest)
        self._other_campaigns.setText(also if rest else none)
        self._other_campaigns.setVisible(bool(rest) or not campaigns)

    def _hint_row(self) -> HintRow:
        row = HintRow("alert-triangle", "warn", link=self.tr("Plan an idea"))
        row.followed.connect(self.day_wanted)
        return row

    def _open_hints(self) -> None:
        popover = Popover(self, 360)
        popover.add_title(self.tr("Gaps"), is_closable=True)
        popover.body.addSpacing(theme.px(6))
        for hint in self._hints:
            row = self._hint_row()
            row.show_hint(hint)
            row.followed.connect(popover.dismiss)
            popover.body.addWidget(row)
        popover.closed.connect(popover.deleteLater)
        anchor = self.more
        popover.open_at(anchor.rect().translated(anchor.mapToGlobal(anchor.rect().topLeft())), "above")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and dividers."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("subtle"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        for child in self.children():
            if isinstance(child, QWidget) and child.x() > 0:
                painter.fillRect(QRectF(child.x(), 0, 1, self.height()), theme.color("line"))
        painter.end()


def _part(title: str, rows: Sequence[QWidget]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(theme.px(19), theme.px(12), theme.px(18), theme.px(6))
    column.setSpacing(0)
    column.addWidget(Text(title, "body-strong"))
    column.addSpacing(theme.px(6))
    for row in rows:
        column.addWidget(row)
        row.hide()
    column.addStretch(1)
    part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return part


def _indented(link: Button) -> QWidget:
    """A link whose words stand below those of the lines with icons."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(theme.px(_ICON_COLUMN - _LINK_PADDING), 0, 0, 0)
    row.addWidget(link)
    row.addStretch(1)
    return line


def _calm(text: str) -> Text:
    return Text(text, "meta", "text-3", is_wrapped=True)


class HintRow(QWidget):
    """A line with an icon, a bold part and perhaps a link behind it.

    Signals: `followed(date)`.
    """

    followed = Signal(object)

    def __init__(self, icon: str, icon_role: str, font: str = "body", role: str = "text", link: str = "") -> None:
        super().__init__()
        self._icon, self._icon_role, self._font, self._role = icon, icon_role, font, role
        self._hint = Hint("")
        self.link = Button(link, kind="link", size=22, parent=self)
        self.link.clicked.connect(self._follow)
        self.link.hide()
        self.setFixedHeight(theme.px(22))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_hint(self, hint: Hint) -> None:
        """Say this; the link is there where the hint names a day."""
        self._hint = hint
        self.setAccessibleName(hint.text)
        self.setToolTip(hint.text)
        self.link.setVisible(hint.day is not None)
        self.link.setAccessibleName(f"{self.link.caption}: {hint.text}")
        self._place_link()
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def _follow(self) -> None:
        self.followed.emit(self._hint.day)

    def _pieces(self) -> tuple[tuple[str, int], ...]:
        return (self._hint.before, 400), (self._hint.bold, 600), (self._hint.after, 400)

    def _words_end(self) -> float:
        return theme.px(_ICON_COLUMN) + sum(
            QFontMetricsF(theme.font(self._font, weight)).horizontalAdvance(text) for text, weight in self._pieces()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the link behind the words."""
        super().resizeEvent(event)
        self._place_link()

    def _place_link(self) -> None:
        width = self.link.sizeHint().width()
        left = min(self._words_end() - theme.px(_LINK_PADDING - 4), self.width() - width)
        self.link.setGeometry(max(round(left), 0), 0, width, self.height())

    def sizeHint(self) -> QSize:
        """As wide as words and link."""
        link = self.link.sizeHint().width() if self._hint.day is not None else 0
        return QSize(round(self._words_end()) + link + 2, theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and words, shortened before the link."""
        painter = QPainter(self)
        side, center = theme.px(15), self.height() / 2
        icons.draw(painter, self._icon, QRectF(0, round(center - side / 2), side, side), theme.color(self._icon_role))
        end = self.link.x() + theme.px(_LINK_PADDING - 2) if self._hint.day is not None else self.width()
        x = float(theme.px(_ICON_COLUMN))
        for text, weight in self._pieces():
            if text and end - x > 4:
                room = QRectF(x, 0, end - x, self.height())
                x += marks.text_line(painter, room, text, theme.font(self._font, weight), theme.color(self._role))
        painter.end()


class _CampaignRow(QWidget):
    """A campaign with the colour of its bar."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._line, self._place = CampaignLine("", ""), place
        self.setFixedHeight(theme.px(38))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_line(self, line: CampaignLine) -> None:
        """Show this campaign."""
        self._line = line
        self.setAccessibleName(f"{line.name}, {line.note}")
        self.setToolTip(f"{line.name}\n{line.note}")
        self.update()

    def accessible_role(self) -> QAccessible.Role:
        """Text that cannot be changed here."""
        return QAccessible.Role.StaticText

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, left, line = theme.px(10), theme.px(18), theme.px(17)
        marks.panel(painter, QRectF(0, theme.px(6), side, side), theme.px(3), campaign_color(self._place))
        room = QRectF(left, theme.px(2), self.width() - left, line)
        marks.text_line(painter, room, self._line.name, theme.font("body-strong"), theme.color("text"))
        room.translate(0, line)
        marks.text_line(painter, room, self._line.note, theme.font("body"), theme.color("text-3"))
        painter.end()


class _Mix(QWidget):
    """A bar of all formats, and the words for it below."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[MixPart, ...] = ()
        self.setFixedHeight(theme.px(20 + 8 + 18))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_parts(self, title: str, parts: tuple[MixPart, ...]) -> None:
        """Show these, most first."""
        words = ", ".join(f"{part.name} {part.count}" for part in parts)
        self.setAccessibleName(f"{title}: {words or self.tr('no post')}")
        self.setToolTip("\n".join(f"{part.name} {part.count}" for part in parts))
        if parts != self._parts:
            self._parts = parts
            self.update()

    def accessible_role(self) -> QAccessible.Role:
        """A picture of numbers that its name tells."""
        return QAccessible.Role.Chart

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(0, 0, self.width(), theme.px(20))
        total = sum(part.count for part in self._parts)
        if total:
            self._paint_bar(painter, bar, total)
        else:
            marks.panel(painter, bar, theme.px(3), theme.color("hover"))
        self._paint_words(painter, QRectF(0, bar.bottom() + theme.px(8), self.width(), theme.px(16)))
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF, total: int) -> None:
        gap = float(theme.px(2))
        free, x = bar.width() - gap * (len(self._parts) - 1), bar.left()
        for place, part in enumerate(self._parts):
            width = free * part.count / total
            color = theme.color(_SHARES[place] if place < len(_SHARES) else _LAST_SHARE)
            marks.panel(painter, QRectF(x, bar.top(), width, bar.height()), theme.px(3), color)
            side = theme.px(12)
            if width >= side + theme.px(8):
                icon = QRectF(round(x + theme.px(5)), round(bar.center().y() - side / 2), side, side)
                icons.draw(painter, icons.format_icon(part.key or "other"), icon, theme.color("surface"))
            x += width + gap

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        plain, strong = theme.font("meta"), theme.font("meta", 600)
        x, space = room.left(), theme.px(5)
        for place, part in enumerate(self._parts):
            needed = QFontMetricsF(plain).horizontalAdvance(part.name) + space
            needed += QFontMetricsF(strong).horizontalAdvance(str(part.count))
            rest = len(self._parts) - place
            reserved = theme.px(30) if rest > 1 else 0
            if x + needed + reserved > room.right():
                line = QRectF(x, room.top(), room.right() - x, room.height())
                marks.text_line(painter, line, f"+{rest}", plain, theme.color("text-3"))
                return
            line = QRectF(x, room.top(), needed + 2, room.height())
            left = x + marks.text_line(painter, line, part.name, plain, theme.color("text-2")) + space
            line.moveLeft(left)
            marks.text_line(painter, line, str(part.count), strong, theme.color("text"))
            x += needed + theme.px(15)
