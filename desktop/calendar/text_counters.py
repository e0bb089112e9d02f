"""How full a text is on each platform: glyph, ring and number, as the platform counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from db.records import Platform, PlatformKind
from desktop import wording
from desktop.calendar.panel_layouts import Flow
from desktop.calendar.panel_parts import emptied
from desktop.planning.platform_rules import Certainty, Limit, Room, limit, room
from desktop.ui import icons, marks, theme

TIGHT = 0.9  # of the limit: from here on the number says what is left


class Counter(QWidget):
    """The counter of one platform."""

    def __init__(self, platform: Platform) -> None:
        super().__init__()
        self._platform = platform
        self._room = Room(0, None)

    def show_text(self, text: str) -> None:
        """Count another text."""
        facts, self._room = limit(self._platform.kind), room(text, self._platform.kind)
        words = self._words()
        self.setAccessibleName(self.tr("{platform}: {count}").format(platform=self._platform.name, count=words))
        self.setToolTip(self._explanation(facts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Glyph, ring, words and a sign where the text is tight or too long."""
        metrics = QFontMetrics(theme.font("meta"))
        width = theme.px(13 + 5) + metrics.horizontalAdvance(self._words())
        width += theme.px(16 + 5) if self._room.maximum else 0
        width += theme.px(5 + 13) if self._sign() else 0
        return QSize(width + 1, max(theme.px(16), metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them side by side."""
        kind, middle = self._platform.kind, self.height() / 2
        color, ring = (theme.color(role) for role in self._roles())
        glyph, side = theme.px(13), theme.px(16)
        left = 0.0
        with QPainter(self) as painter:
            icons.glyph(painter, kind, QRectF(left, middle - glyph / 2, glyph, glyph), theme.platform(kind).strong)
            left += glyph + theme.px(5)
            if self._room.maximum:
                square = QRectF(left, middle - side / 2, side, side)
                marks.ring(painter, square, self._room.share, ring, theme.color("line"), theme.px(2))
                left += side + theme.px(5)
            font = theme.font("meta")
            words = self._words()
            width = QFontMetrics(font).horizontalAdvance(words) + 1
            marks.text_line(painter, QRectF(left, 0, width, self.height()), words, font, color)
            if self._sign():
                square = QRectF(left + width + theme.px(4), middle - glyph / 2, glyph, glyph)
                icons.draw(painter, self._sign(), square, color)

    def _words(self) -> str:
        locale, maximum = QLocale(), self._room.maximum
        if maximum is None:
            return locale.toString(self._room.used)
        if self._room.left < 0:
            return f"−{locale.toString(-self._room.left)}"
        if self._room.share >= TIGHT:
            return self.tr("{count} left").format(count=locale.toString(self._room.left))
        return f"{locale.toString(self._room.used)} / {locale.toString(maximum)}"

    def _roles(self) -> tuple[str, str]:
        if self._room.left < 0:
            return "danger", "danger"
        return ("warn", "warn-mark") if self._room.share >= TIGHT else ("text-2", "accent")

    def _sign(self) -> str:
        if self._room.left < 0:
            return "alert-circle"
        return "alert-triangle" if self._room.share >= TIGHT else ""

    def _explanation(self, facts: Limit) -> str:
        if facts.maximum is None:
            return self.tr("{platform} has no limit").format(platform=self._platform.name)
        parts = [self._platform.name]
        if facts.certainty is Certainty.SINGLE:
            parts.append(self.tr("limit not certain"))
        parts.append(self.tr("as of {date}").format(date=wording.day_with_year(facts.as_of)))
        return ", ".join(parts)


class TextCounters(QWidget):
    """One counter per platform, in a row that wraps."""

    def __init__(self) -> None:
        super().__init__()
        self._platforms: tuple[Platform, ...] = ()
        self._counters: list[Counter] = []
        self._flow = Flow(self, gap=12, line_gap=4)

    def set_platforms(self, platforms: Sequence[Platform]) -> None:
        """Count for these platforms; two accounts of one kind count alike, so one counter stands for both."""
        kinds: dict[PlatformKind, Platform] = {}
        for platform in platforms:
            kinds.setdefault(platform.kind, platform)
        if tuple(kinds.values()) == self._platforms:
            return
        self._platforms = tuple(kinds.values())
        emptied(self._flow)
        self._counters = [Counter(platform) for platform in self._platforms]
        for counter in self._counters:
            self._flow.addWidget(counter)

    def show_text(self, text: str) -> None:
        """Count another text."""
        for counter in self._counters:
            counter.show_text(text)
