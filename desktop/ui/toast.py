"""Short messages at the bottom of a page: what has happened, with the way back; what went wrong, with the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget
from shiboken6 import isValid

from desktop.ui import icons, marks, theme
from desktop.ui.accessible import announce
from desktop.ui.buttons import PaintedButton

translate = QCoreApplication.translate

STAY = 8000
_STEP = 50
_MOST = 2
_HEIGHT = 44
_GAP = 10
_ABOVE = 16
Action = tuple[str, Callable[[], object], str]


class Toasts(QObject):
    """The messages of one page; `bottom_inset` is how much of its bottom other things cover.

    Actions are (text, what to do, name of the key or "").
    """

    def __init__(self, page: QWidget, stay: int = STAY) -> None:
        super().__init__(page)
        self._page, self._stay = page, stay
        self._inset = 0
        self._shown: list[Toast] = []
        page.installEventFilter(self)

    @property
    def bottom_inset(self) -> int:
        """How many pixels at the bottom of the page are covered."""
        return self._inset

    @bottom_inset.setter
    def bottom_inset(self, inset: int) -> None:
        self._inset = inset
        self._place()

    @property
    def shown(self) -> tuple[Toast, ...]:
        """The messages in sight, newest last."""
        return tuple(self._shown)

    def say(self, sentence: str, actions: Sequence[Action] = ()) -> Toast:
        """Say what has happened, in simple HTML; goes away by itself after 8 seconds without pointer and focus."""
        return self._add(Toast(self._page, sentence, actions, is_error=False, stay=self._stay))

    def fail(self, sentence: str, actions: Sequence[Action] = ()) -> Toast:
        """Say what went wrong, in simple HTML; stays until it is closed."""
        return self._add(Toast(self._page, sentence, actions, is_error=True, stay=0))

    def clear(self) -> None:
        """Take all messages away."""
        for toast in self.shown:
            toast.close_toast()

    def take_focus(self) -> bool:
        """Give the focus to the newest message; tells whether there is one."""
        if not self._shown:
            return False
        self._shown[-1].take_focus()
        return True

    def has_focus(self) -> bool:
        """Tell whether a message has the focus."""
        now = QApplication.focusWidget()
        return now is not None and any(toast.isAncestorOf(now) for toast in self._shown)

    def _add(self, toast: Toast) -> Toast:
        while len(self._shown) >= _MOST:
            oldest = next((each for each in self._shown if not each.is_error), self._shown[0])
            oldest.close_toast()
        self._shown.append(toast)
        toast.gone.connect(self._forget)
        self._place()
        toast.show()
        announce(self._page, toast.plain, is_urgent=toast.is_error)
        return toast

    def _forget(self, toast: Toast) -> None:
        self._shown.remove(toast)
        self._place()

    def _place(self) -> None:
        bottom = self._page.height() - self._inset - theme.px(_ABOVE)
        for toast in reversed(self._shown):
            size = toast.fitting(self._page.width() - 2 * theme.px(20))
            corner = QPoint((self._page.width() - size.width()) // 2, bottom - size.height())
            toast.lie(QRect(corner, size))
            bottom -= size.height() + theme.px(_GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Stay at the bottom of the page."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False


class _Shade(QWidget):
    """The shadow of a message, which lets clicks through."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_under(self, body: QRect) -> None:
        left, top, right, bottom = marks.shadow_margins(marks.GHOST)
        self.setGeometry(body.adjusted(-left, -top, right, bottom))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        left, top, right, bottom = marks.shadow_margins(marks.GHOST)
        body = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        marks.shadow(painter, body, theme.px(10), marks.GHOST)
        painter.end()


class Toast(QWidget):
    """One message; `gone` comes when it leaves."""

    gone = Signal(object)

    def __init__(self, page: QWidget, sentence: str, actions: Sequence[Action], is_error: bool, stay: int) -> None:
        super().__init__(page)
        self.is_error = is_error
        self._is_closed = False
        self._shade = _Shade(page)
        self.plain = QTextDocumentFragment.fromHtml(sentence).toPlainText()
        self._stay = stay if not theme.is_still() else 0
        self._left = self._stay
        self._before: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP)
        self._timer.timeout.connect(self._tick)
        self.setAccessibleName(self.plain)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._row = QHBoxLayout(self)
        self._sentence = _Sentence(sentence, is_error)
        self._row.addWidget(self._sentence, 1)
        self.buttons = [_ActionButton(text, key, is_error) for text, _on, key in actions]
        for button, (_text, on, _key) in zip(self.buttons, actions, strict=True):
            button.clicked.connect(self.close_toast)
            button.clicked.connect(lambda _checked=False, on=on: on())
            self._row.addWidget(button)
        self.closer = _CloseButton(is_error)
        self.closer.clicked.connect(self.close_toast)
        self._row.addWidget(self.closer)
        self._measure()
        if self._stay:
            self._timer.start()

    def _measure(self) -> None:
        self._row.setContentsMargins(theme.px(14 + 17 + 12), 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(12))

    def fitting(self, most: int) -> QSize:
        """The size that shows the whole sentence, at most so wide."""
        self._measure()
        self._sentence.setWordWrap(False)
        wide, high = self._row.totalSizeHint().width(), theme.px(_HEIGHT)
        if wide > most:
            self._sentence.setWordWrap(True)
            wide = most
            high = max(high, self._row.totalHeightForWidth(most) + theme.px(16))
        return QSize(wide, high)

    def lie(self, place: QRect) -> None:
        """Lie at a place of the page, above everything else there."""
        self._shade.lie_under(place)
        self.setGeometry(place)
        self.raise_()

    def take_focus(self) -> None:
        """Give the focus to the first button."""
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self._before = now
        (self.buttons[0] if self.buttons else self.closer).setFocus(Qt.FocusReason.TabFocusReason)

    def close_toast(self) -> None:
        """Go away, and give the focus back."""
        if self._is_closed:
            return
        self._is_closed = True
        self._timer.stop()
        now = QApplication.focusWidget()
        had_focus = now is not None and self.isAncestorOf(now)
        self.hide()
        self._shade.hide()
        self._shade.deleteLater()
        if had_focus and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.gone.emit(self)
        self.deleteLater()

    @property
    def share_left(self) -> float:
        """How much of its time is left, 0 to 1; 0 for one that stays."""
        return self._left / self._stay if self._stay else 0.0

    def _is_held(self) -> bool:
        now = QApplication.focusWidget()
        return self.underMouse() or (now is not None and self.isAncestorOf(now))

    def _tick(self) -> None:
        if self._is_held():
            return
        self._left -= _STEP
        if self._left <= 0:
            self.close_toast()
            return
        self.update(0, self.height() - 3, self.width(), 3)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer holds the time; so does the focus."""
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_toast()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the bar, its sign and the time that is left."""
        painter, body, radius = QPainter(self), QRectF(self.rect()), theme.px(10)
        if self.is_error:
            marks.panel(painter, body, radius, theme.color("raised"), theme.color("danger"), theme.border())
            self._clip(painter, body)
            painter.fillRect(QRectF(0, 0, 4, body.height()), theme.color("danger"))
            painter.setClipping(False)
        else:
            marks.panel(painter, body, radius, theme.color("ink"))
            if self._stay:
                self._clip(painter, body)
                marks.time_line(painter, body, self.share_left)
                painter.setClipping(False)
        side = theme.px(17)
        at = QRectF(body.left() + theme.px(14), body.center().y() - side / 2, side, side)
        sign, role = ("alert-circle", "danger") if self.is_error else ("circle-check", "on-ink")
        icons.draw(painter, sign, at, theme.color(role))
        painter.end()

    @staticmethod
    def _clip(painter: QPainter, body: QRectF) -> None:
        """Let nothing run over the round corners."""
        shape = QPainterPath()
        shape.addRoundedRect(body, theme.px(10), theme.px(10))
        painter.setClipPath(shape)


class _Sentence(QLabel):
    """The words of a toast."""

    def __init__(self, sentence: str, is_error: bool) -> None:
        super().__init__(sentence)
        self._role = "text" if is_error else "on-ink"
        self.setTextFormat(Qt.TextFormat.RichText)
        self._dress()

    def _dress(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._role))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()


def _veil(strength: float) -> QColor:
    """A faint layer over ink, which is dark in the light look and light in the dark one."""
    veil = QColor(Qt.GlobalColor.black if theme.is_dark() else Qt.GlobalColor.white)
    veil.setAlphaF(strength)
    return veil


class _ActionButton(PaintedButton):
    """What can be done about a message, with the name of the key that does the same."""

    def __init__(self, text: str, key: str, is_error: bool) -> None:
        super().__init__()
        self._key, self._is_error = key, is_error
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("body", 600))
        wide = metrics.horizontalAdvance(self._caption) + theme.px(20) + 2
        if self._key:
            wide += QFontMetrics(theme.font("micro")).horizontalAdvance(self._key) + theme.px(8)
        return QSize(wide, max(theme.px(30), metrics.height() + theme.px(6)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        if self._is_error:
            back = theme.color("hover" if self.underMouse() else "accent-tint")
        else:
            back = _veil(0.16 if self.underMouse() or self.isDown() else 0.08)
        marks.panel(painter, QRectF(self.rect()), self.radius(), back)
        font, x = theme.font("body", 600), theme.px(10)
        color = theme.color("accent-text" if self._is_error else "on-ink-accent")
        used = marks.text_line(painter, QRectF(x, 0, self.width() - x, self.height()), self._caption, font, color)
        if self._key:
            key = theme.color("text-3" if self._is_error else "on-ink")
            key.setAlphaF(1.0 if self._is_error else 0.7)
            place = QRectF(x + used + theme.px(8), 0, self.width(), self.height())
            marks.text_line(painter, place, self._key, theme.font("micro"), key)
        painter.end()


class _CloseButton(PaintedButton):
    """Closes a message."""

    def __init__(self, is_error: bool) -> None:
        super().__init__()
        self._is_error = is_error
        name = translate("Toast", "Close message")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(26), theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter, side = QPainter(self), theme.px(15)
        color = theme.color("text-2" if self._is_error else "on-ink")
        if self.underMouse():
            back = theme.color("hover") if self._is_error else _veil(0.12)
            marks.panel(painter, QRectF(self.rect()), theme.px(6), back)
        elif not self._is_error:
            color.setAlphaF(0.75)
        at = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.draw(painter, "x", at, color)
        painter.end()
