"""What cards show at which size, and that states can be told apart by their pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from db.records import Activity, PlatformKind, Status
from desktop.calendar import post_card
from desktop.calendar.block_card import BlockFace, Repeats, block_face, paint_block, tick_rect
from desktop.calendar.cards import CardPaints, CardWidget, Face, paint_card
from desktop.calendar.post_card import PLAIN, CardLook, PostFace, paint_post, tiles_shown
from desktop.calendar.title_text import title_lines
from desktop.ui import marks, theme
from tests.rooms.lindenhof_week import FB, IG, LI, PLATFORMS, block, idea, post

INSTAGRAM, FACEBOOK, LINKEDIN = PlatformKind.INSTAGRAM, PlatformKind.FACEBOOK, PlatformKind.LINKEDIN
FACE = PostFace((INSTAGRAM,), "12:15", "carousel", Status.SCHEDULED, "Zimtschnecken, frisch aus dem Ofen")
BLOCK = BlockFace(((INSTAGRAM, 1.0),), Activity.CREATION, "Umsetzung", "8:00–10:00", "2:00 h")


@pytest.fixture(autouse=True, params=[theme.Mode.LIGHT, theme.Mode.DARK])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, request.param)
    yield
    theme.apply(qapp, theme.Mode.LIGHT)


def red(_name: str) -> QPixmap | None:
    made = QPixmap(60, 60)
    made.fill(QColor("red"))
    return made


def none(_name: str) -> QPixmap | None:
    return None


def painted(face: Face, width: int, height: int, state: CardLook = PLAIN, picture: post_card.Pictures = none) -> QImage:
    made = QImage(width + 8, height + 8, QImage.Format.Format_RGB32)
    made.fill(theme.color("surface"))
    painter = QPainter(made)
    paint_card(painter, QRectF(4, 4, width, height), face, state, picture)
    painter.end()
    return made


def count(image: QImage, color: QColor, near: int = 24) -> int:
    """How many pixels have about this colour."""
    found = 0
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            apart = (pixel.red() - color.red(), pixel.green() - color.green(), pixel.blue() - color.blue())
            found += max(map(abs, apart)) <= near
    return found


@pytest.mark.parametrize(
    ("platforms", "column", "shown"),
    [
        (1, 90, 1),
        (2, 150, 2),
        (2, 108, 2),
        (2, 107, 1),
        (3, 128, 3),
        (3, 127, 2),
        (3, 117, 1),
        (5, 200, 3),
        (5, 120, 2),
    ],
)
def test_tiles_by_column(platforms: int, column: float, shown: int) -> None:
    assert tiles_shown(platforms, column) == shown


def test_a_wide_card_shows_pictures_and_a_low_or_narrow_one_does_not() -> None:
    face = replace(FACE, pictures=("a", "b", "c"))
    full = count(painted(face, 160, 54, picture=red), QColor("red"))
    assert full >= (34 + 7 + 7) * 40
    assert 28 * 40 <= count(painted(face, 140, 54, picture=red), QColor("red")) < full
    assert count(painted(face, 160, 40, picture=red), QColor("red")) == 0
    assert count(painted(face, 110, 54, picture=red), QColor("red")) == 0


def test_a_picture_that_is_not_there_yet_leaves_the_room_to_the_title() -> None:
    with_name = painted(replace(FACE, pictures=("a",)), 160, 54)
    assert with_name == painted(FACE, 160, 54)


def test_the_rail_has_the_colour_of_the_first_platform() -> None:
    strong = theme.platform(FACEBOOK).strong
    image = painted(replace(FACE, kinds=(FACEBOOK, INSTAGRAM)), 160, 54)
    assert image.pixelColor(6, 30).rgb() == strong.rgb()


def test_every_state_looks_different() -> None:
    faces = [replace(FACE, mark=mark) for mark in (*Status, marks.OVERDUE)]
    images = [painted(face, 160, 54) for face in faces]
    images += [painted(FACE, 160, 54, state) for state in (CardLook(is_hovered=True), CardLook(is_origin=True))]
    # FACE itself is among the statuses
    assert all(one != other for place, one in enumerate(images) for other in images[place + 1 :])


def test_overdue_has_a_red_border() -> None:
    plain = painted(FACE, 160, 54)
    overdue = painted(replace(FACE, mark=marks.OVERDUE), 160, 54)
    assert count(overdue, theme.color("danger")) > count(plain, theme.color("danger")) + 300


def test_a_skipped_post_is_struck_through_and_its_picture_faded() -> None:
    face = replace(FACE, mark=Status.SKIPPED, pictures=("a",))
    assert count(painted(face, 160, 54, picture=red), QColor("red")) == 0
    assert count(painted(face, 160, 54), theme.color("text"), 8) == 0


def test_soft_hyphens_show_only_where_a_word_breaks() -> None:
    font: QFont = theme.font("card")
    assert title_lines("Kürbis\u00adsuppe", font, 200, 2) == ("Kürbissuppe",)
    assert title_lines("Kürbis\u00adsuppe", font, 60, 2) == ("Kürbis-", "suppe")


def test_titles_break_between_words_and_never_before_a_colon() -> None:
    font: QFont = theme.font("card")
    width = post_card.text_width("Wochenkarte", font) + 1
    assert title_lines("Wochenkarte: Kürbis", font, width, 2) == ("Wochenkarte", "Kürbis")
    assert title_lines("Wochenkarte: Kürbis", font, width + 20, 2) == ("Wochenkarte:", "Kürbis")
    assert title_lines("eins zwei", font, post_card.text_width("eins zw", font), 2) == ("eins", "zwei")
    first, second = title_lines("Donaudampfschifffahrt", font, 60, 2)
    assert ("Donaudampfschifffahrt").startswith(first)
    assert second.endswith("…")
    assert title_lines("", font, 60, 2) == ()


@given(st.text("abc \u00ad.:", max_size=40), st.integers(1, 200), st.integers(1, 3))
def test_no_line_of_a_title_is_too_wide(text: str, width: int, max_lines: int) -> None:
    font: QFont = theme.font("card")
    lines = title_lines(text, font, width, max_lines)
    assert len(lines) <= max_lines
    for line in lines:
        assert len(line) <= 1 or post_card.text_width(line, font) <= width + 1


@pytest.mark.parametrize("height", [18, 24, 36, 40, 52, 54, 90])
@pytest.mark.parametrize("width", [20, 44, 98, 160])
def test_no_card_paints_beyond_its_edges(width: int, height: int) -> None:
    many = PostFace(tuple(PlatformKind)[:5], "10:00", "poll", Status.HELD, "Ein sehr, sehr langer Titel, der umbricht")
    shared = BlockFace(
        tuple((kind, 0.2) for kind in tuple(PlatformKind)[:5]),
        Activity.PLANNING,
        "Ein sehr langer Titel",
        "8:00–10:00",
        "2:00 h",
        Repeats.SERIES,
        post_count=3,
    )
    margin = 60
    for face in (many, shared):
        image = QImage(width + 2 * margin, height + 2 * margin, QImage.Format.Format_RGB32)
        image.fill(theme.color("surface"))
        painter = QPainter(image)
        card = QRectF(margin, margin, width, height)
        if isinstance(face, PostFace):
            paint_post(painter, card, face, PLAIN, none)
        else:
            paint_block(painter, card, face, PLAIN)
        painter.end()
        inside = QRect(margin, margin, width, height).adjusted(-3, -3, 3, 4)
        back = theme.color("surface").rgb()
        for y in range(image.height()):
            for x in range(image.width()):
                assert inside.contains(x, y) or image.pixelColor(x, y).rgb() == back, (face, x, y)


def test_a_block_is_flat_and_a_shared_one_has_bands_of_the_shares() -> None:
    assert painted(BLOCK, 160, 44).pixelColor(84, 40).rgb() == theme.platform(INSTAGRAM).tint.rgb()
    shared = replace(BLOCK, bands=((INSTAGRAM, 0.75), (FACEBOOK, 0.25)))
    image = painted(shared, 200, 44)
    assert image.pixelColor(4 + 140, 44).rgb() == theme.platform(INSTAGRAM).tint.rgb()
    assert image.pixelColor(4 + 160, 44).rgb() == theme.platform(FACEBOOK).tint.rgb()


def test_in_high_contrast_a_block_without_tint_names_its_platform(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, high_contrast=True)
    on_instagram, on_facebook = (
        painted(BlockFace(((kind, 1.0),), Activity.CREATION, "Umsetzung", "8:00–9:00", "1:00 h"), 166, 44)
        for kind in (PlatformKind.INSTAGRAM, PlatformKind.FACEBOOK)
    )
    assert on_instagram != on_facebook
    assert count(on_instagram, theme.platform(PlatformKind.INSTAGRAM).strong) > 40


def test_the_rule_of_a_series_shows_as_long_as_there_is_room() -> None:
    series = replace(BLOCK, repeats=Repeats.SERIES)
    assert painted(series, 160, 44) != painted(BLOCK, 160, 44)
    assert painted(series, 160, 44) != painted(replace(BLOCK, repeats=Repeats.EXCEPTION), 160, 44)
    assert painted(series, 120, 44) == painted(BLOCK, 120, 44)


def test_linked_posts_show_at_every_height() -> None:
    for height in (28, 44, 62):
        assert painted(replace(BLOCK, post_count=2), 160, height) != painted(BLOCK, 160, height)


def test_the_length_shows_from_sixty_pixels() -> None:
    other = replace(BLOCK, duration="3:00 h")
    assert painted(other, 160, 59) == painted(BLOCK, 160, 59)
    assert painted(other, 160, 60) != painted(BLOCK, 160, 60)


def test_a_done_block_has_a_filled_circle() -> None:
    place = tick_rect(QRectF(4, 4, 160, 44)).center().toPoint()
    ring, disc = painted(BLOCK, 160, 44), painted(replace(BLOCK, is_done=True), 160, 44)
    assert ring.pixelColor(place.x(), place.y() - 4) != disc.pixelColor(place.x(), place.y() - 4)


def test_faces_of_records() -> None:
    face = post_card.post_face(post(1, 0, "8:05", "", (IG, LI), is_overdue=True), PLATFORMS)
    assert face.kinds == (INSTAGRAM, LINKEDIN)
    assert face.time == "8:05"
    assert face.mark == marks.OVERDUE
    assert face.title, "a post without a title has a stand-in"
    assert post_card.idea_face(idea(2, "Idee", FB), PLATFORMS, None).time == ""
    shared = block_face(
        block(1, 0, "8:00", "9:30", platforms=(IG, FB), is_series=True, is_exception=True), PLATFORMS, 90
    )
    assert shared.bands == ((INSTAGRAM, 0.5), (FACEBOOK, 0.5))
    assert shared.repeats is Repeats.EXCEPTION
    assert shared.times == "8:00–9:30"
    assert shared.duration == "1:30 h"
    assert block_face(block(1, 0, "8:00", "9:00", title="Fotos"), PLATFORMS, 60).label == "Fotos"


def test_painted_cards_are_kept_and_given_back() -> None:
    paints, size = CardPaints(), QSize(160, 56)
    first = paints.painted(FACE, PLAIN, size, 1.0, none)
    assert paints.painted(replace(FACE), PLAIN, size, 1.0, none).cacheKey() == first.cacheKey()
    assert paints.painted(FACE, PLAIN, size, 2.0, none).width() == 320
    paints.clear()
    assert paints.painted(FACE, PLAIN, size, 1.0, none).cacheKey() != first.cacheKey()


def test_a_picture_that_arrives_late_is_painted() -> None:
    paints, size = CardPaints(), QSize(160, 56)
    face = replace(FACE, pictures=("a",))
    paints.painted(face, PLAIN, size, 1.0, none)
    assert count(paints.painted(face, PLAIN, size, 1.0, red).toImage(), QColor("red")) > 1000


def test_a_card_widget_lets_the_mouse_through_and_can_be_focused(qapp: QApplication) -> None:
    canvas = QWidget()
    widget = CardWidget(canvas, CardPaints())
    card = post(1, 0, "8:00", "Titel")
    widget.take(card.key, FACE, QRect(3, 3, 160, 54), none, "Instagram, Titel")
    assert widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    assert widget.accessibleName() == "Instagram, Titel"
    assert widget.card_rect == QRect(3, 3, 160, 54)
    widget.rest()
    assert widget.key is None
    assert widget.isHidden()
    canvas.deleteLater()


def test_a_label_is_left_out_before_a_single_letter_of_it_stays() -> None:
    other = replace(BLOCK, label="Ausführung")
    differs = [width for width in range(40, 120) if painted(BLOCK, width, 24) != painted(other, width, 24)]
    assert differs
    first = differs[0]
    assert differs == list(range(first, 120))
    short = replace(BLOCK, label="Ufo")
    assert painted(short, first, 24) != painted(replace(BLOCK, label="Uhu"), first, 24)
