"""The look: roles, fonts, text sizes, and what happens to widgets when it changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.records import PlatformKind, Status
from desktop.ui import icons, marks, theme
from desktop.ui.contrast import contrast
from desktop.ui.controls import Button, Text
from desktop.ui.fields import LineField


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Mode.LIGHT)
    yield
    theme.apply(qapp, theme.Mode.LIGHT)


def pixel(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def canvas(side: int = 64) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    return image


def test_each_mode_has_its_colours(qapp: QApplication) -> None:
    assert theme.color("accent").name() == "#1c6b4b"
    assert theme.platform(PlatformKind.INSTAGRAM).glyph == QColor("white")

    theme.apply(qapp, theme.Mode.DARK)

    assert theme.is_dark()
    assert theme.color("accent").name() == "#63c797"
    assert theme.platform(PlatformKind.INSTAGRAM).glyph.name() == "#191816"
    assert theme.status_color("overdue").name() == "#ff9c92"


def test_the_system_mode_follows_the_system_and_is_light_where_it_says_nothing(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.SYSTEM)

    assert theme.is_dark() == (qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark)


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme.color("purple")


def test_fonts_are_inter_in_whole_pixels_with_tabular_figures(qapp: QApplication) -> None:
    body = theme.font("body")
    assert (body.pixelSize(), body.weight()) == (13, QFont.Weight.Normal)
    assert QFontInfo(body).family() == "Inter"
    assert QFontInfo(theme.font("title-1")).family() == "Inter Display"
    assert body.featureValue(QFont.Tag("tnum")) == 1
    assert body.hintingPreference() is QFont.HintingPreference.PreferNoHinting
    assert theme.font("title-2").letterSpacing() == pytest.approx(-0.17, abs=0.02)

    theme.apply(qapp, theme.Mode.LIGHT, 150)

    assert theme.font("body", 600).pixelSize() == 20
    assert theme.font("body", 600).weight() == QFont.Weight.DemiBold
    assert theme.px(30) == 45


def test_the_text_size_stays_between_100_and_200_per_cent(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, 400)
    assert theme.scale() == 200
    theme.apply(qapp, theme.Mode.LIGHT, 50)
    assert theme.scale() == 100


def test_reduced_motion_makes_every_movement_instant(qapp: QApplication) -> None:
    assert theme.duration(160) == 160
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    assert theme.duration(160) == 0
    assert theme.is_still()


def test_high_contrast_draws_strong_lines_and_no_tints(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, high_contrast=True)

    assert theme.border() == 2
    assert theme.color("line") == theme.color("text")
    assert theme.color("warn-tint") == theme.color("surface")
    assert theme.platform(PlatformKind.FACEBOOK).tint == theme.color("surface")


@pytest.mark.parametrize("mode", [theme.Mode.LIGHT, theme.Mode.DARK])
def test_text_can_be_read_on_its_grounds(qapp: QApplication, mode: theme.Mode) -> None:
    theme.apply(qapp, mode)
    for role in ("text", "text-2", "text-3", "accent-text", "ok", "warn", "danger", "info"):
        assert contrast(theme.color(role), theme.color("surface")) >= 4.5, role
    for kind in PlatformKind:
        own = theme.platform(kind)
        assert contrast(own.text, own.tint) >= 4.5, kind
        assert contrast(own.glyph, own.strong) >= 4.5, kind


def test_widgets_in_sight_change_with_the_look(qapp: QApplication, qtbot: QtBot) -> None:
    button, text = Button("Weiter"), Text("Hallo", "meta", "text-3")
    for widget in (button, text):
        qtbot.addWidget(widget)
        widget.show()
    before = pixel(button.grab().toImage(), 6, button.height() // 2)

    theme.apply(qapp, theme.Mode.DARK)

    assert before == "#ffffff"
    assert pixel(button.grab().toImage(), 6, button.height() // 2) == theme.color("raised").name()
    assert text.palette().windowText().color() == theme.color("text-3")


def test_widgets_in_sight_grow_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    button, field = Button("Weiter", "plus"), LineField()
    for widget in (button, field):
        qtbot.addWidget(widget)
        widget.show()
    before = button.sizeHint(), field.sizeHint().height()

    theme.apply(qapp, theme.Mode.LIGHT, 200)
    qapp.processEvents()

    assert button.sizeHint().height() == 2 * before[0].height()
    assert button.sizeHint().width() > 1.8 * before[0].width()
    assert field.sizeHint().height() == 2 * before[1]


def test_an_icon_takes_its_colour_and_a_smaller_one_has_thicker_lines() -> None:
    def darkness(size: int) -> float:
        shown = icons.pixmap("photo", QColor("black"), size, 4.0).toImage()
        alphas = [shown.pixelColor(x, y).alphaF() for x in range(shown.width()) for y in range(shown.height())]
        return sum(alphas) / len(alphas)

    red = icons.pixmap("check", QColor("#ff0000"), 16, 1.0).toImage()
    colored = {red.pixelColor(x, y).name() for x in range(16) for y in range(16) if red.pixelColor(x, y).alpha() > 200}
    assert colored == {"#ff0000"}
    assert darkness(11) > darkness(16)


def test_a_pixmap_is_as_fine_as_its_screen() -> None:
    made = icons.pixmap("check", QColor("black"), 16, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (32, 2.0)
    assert made is icons.pixmap("check", QColor("black"), 16, 2.0)


def test_every_kind_has_a_tile_and_every_status_a_mark_of_its_own() -> None:
    def painted(paint: object, *arguments: object) -> bytes:
        image = canvas()
        painter = QPainter(image)
        assert callable(paint)
        paint(painter, *arguments, QRectF(8, 8, 32, 32))
        painter.end()
        return bytes(image.constBits())

    tiles = {painted(icons.tile, kind) for kind in PlatformKind}
    assert len(tiles) == len(PlatformKind)
    status_marks = {painted(marks.status_mark, status) for status in [*Status, marks.OVERDUE]}
    assert len(status_marks) == len(Status) + 1


def test_the_pie_of_a_scheduled_post_leaves_the_last_quarter_free() -> None:
    image = canvas()
    painter = QPainter(image)
    marks.status_mark(painter, Status.SCHEDULED, QRectF(0, 0, 64, 64))
    painter.end()
    scheduled = theme.status_color(Status.SCHEDULED).name()
    assert [pixel(image, x, y) == scheduled for x, y in ((38, 26), (38, 38), (26, 38), (26, 26))] == [
        True,
        True,
        True,
        False,
    ]


def test_long_titles_break_and_end_with_an_ellipsis() -> None:
    font = theme.font("card")
    lines = marks.wrapped("Wochenkarte: Kürbissuppe und Quiche mit Salat", font, 110, 2)
    assert len(lines) == 2
    assert lines[0] == "Wochenkarte:"
    assert lines[1].endswith("…")
    assert marks.wrapped("Kürbis\u00adsuppe", font, 60, 2) == ("Kürbis-", "suppe")
    assert marks.wrapped("Kürbis\u00adsuppe", font, 200, 2) == ("Kürbissuppe",)


def test_a_paragraph_has_the_line_height_of_the_design(qtbot: QtBot) -> None:
    text = Text("Ein höherer Deckel lässt Luft. " * 8, is_wrapped=True)
    qtbot.addWidget(text)
    lines = len(marks.wrapped(text.text(), text.font(), 200, 100))
    assert lines > 3
    assert text.heightForWidth(200) == lines * 19
    text.setText("Eins\nzwei")
    assert text.heightForWidth(200) == 2 * 19


def test_a_changed_colour_changes_nobody_elses() -> None:
    theme.platform(PlatformKind.BLOG).strong.setAlphaF(0.3)
    theme.color("accent").setAlphaF(0.3)
    assert theme.platform(PlatformKind.BLOG).strong.alphaF() == 1
    assert theme.color("accent").alphaF() == 1
