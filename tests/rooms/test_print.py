"""A week on paper: pages of the right size, fonts inside, every word on them, nothing cut off, the screen untouched."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from db import items
from db.records import Activity, Board, Campaign, Changes, ClosedDay, Member, Status, Week
from desktop import languages
from desktop.main_window import MainWindow
from desktop.printing.content import paper_week
from desktop.printing.header import Kind
from desktop.printing.output import Paper, PaperPictures, page_layout, pdf_bytes, picture, print_on
from desktop.printing.page import PrintPage
from desktop.printing.poster import sheets as poster_sheets
from desktop.printing.preview import _Page
from desktop.printing.sheet import LONG, SHORT, SIDE, Sheet, lettering
from desktop.settings import Settings
from desktop.ui import icons, theme
from desktop.ui.menu_bar import MenuBar
from desktop.ui.toast import Toast
from desktop.workspace import Workspace
from tests.builders import NOW, WEEK, a_block, a_plan, a_post, a_store, a_variant, some_platforms, stored_board

MONDAY = datetime(2026, 11, 23)
NOTES_AT = 884


class Word(NamedTuple):
    """A text on a side, and where its baseline starts."""

    x: float
    y: float
    text: str


def words(sheet: Sheet) -> list[Word]:
    """Everything that is written on a side, as a vector picture tells it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    generator.setSize(QSize(round(sheet.width), round(sheet.height)))
    painter = QPainter(generator)
    sheet.paint(painter)
    painter.end()
    root = ET.fromstring(bytes(buffer.data().data()))  # noqa: S314 - written a line ago
    return [
        Word(float(each.attrib["x"]), float(each.attrib["y"]), "".join(each.itertext()))
        for each in root.iter("{http://www.w3.org/2000/svg}text")
    ]


def texts(sheets: Sequence[Sheet]) -> list[str]:
    """All texts of all sides, in the order in which they are painted."""
    return [word.text for sheet in sheets for word in words(sheet)]


def inflated(data: bytes) -> bytes:
    """A PDF file with its compressed parts opened."""
    found = [data]
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(found)


def pages(data: bytes) -> list[tuple[int, int]]:
    """Width and height of every page, in points."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", inflated(data))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


class Desk:
    """A plan's room of paper."""

    def __init__(self, folder: Path, qtbot: QtBot, count: int = 2) -> None:
        posts = [a_post(f"Beitrag {number}", MONDAY + timedelta(hours=8, minutes=number)) for number in range(count)]
        published = a_variant(2, MONDAY + timedelta(days=1, hours=9), status=Status.PUBLISHED, published_at=NOW)
        posts.append(a_post("Mittagstisch", variants=(published,)))
        blocks = [a_block(MONDAY + timedelta(hours=14), 45, activity=Activity.MONITORING)]
        self.folder = folder
        self.workspace = Workspace(a_store(folder, posts, blocks), lambda: NOW)
        self.page = PrintPage(self.workspace)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 800)
        with qtbot.waitActive(self.page):
            self.page.show()

    def choose(self, kind: Kind) -> None:
        """Choose poster or list, as a click does."""
        self.page.header.kind.segment(kind).click()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot)
    yield made
    made.workspace.store.close()


@pytest.fixture
def crowded(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot, count=17)
    yield made
    made.workspace.store.close()


@pytest.fixture
def in_german(qtbot: QtBot) -> None:
    languages.speak("de")


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (842, 595)), (Paper.A3, (1191, 842))])
def test_the_poster_is_one_lying_page_with_its_fonts_inside(desk: Desk, paper: Paper, size: tuple[int, int]) -> None:
    data = pdf_bytes(desk.page.sheets, paper, "Woche")
    assert data.startswith(b"%PDF-")
    assert pages(data) == [size]
    opened = inflated(data)
    assert b"/FontFile" in opened
    assert b"Inter" in opened


def test_times_can_be_found_in_the_file(desk: Desk) -> None:
    """Every glyph stands for a character: figures, the colon of a time, the dash of a range."""
    data = pdf_bytes(desk.page.sheets, Paper.A4, "")
    lists = re.findall(rb"<[0-9A-F]{4}> <[0-9A-F]{4}> \[(.*?)\]", data, re.DOTALL)
    meant = {int(code, 16) for codes in lists for code in re.findall(rb"<([0-9A-F]{4})>", codes)}
    assert {ord(letter) for letter in "0123456789:–"} <= meant
    assert 0 not in meant


def test_an_icon_in_a_file_has_no_frame(qapp: QApplication) -> None:
    def draw(painter: QPainter) -> None:
        icons.draw(painter, icons.CAMPAIGN, QRectF(100, 100, 100, 100), QColor("black"))

    content = inflated(pdf_bytes([Sheet(LONG, SHORT, draw)], Paper.A4, ""))
    assert re.search(rb"^S$", content, re.MULTILINE)  # its lines
    assert not re.search(rb"^h f", content, re.MULTILINE)  # an outline filled as a surface


def test_large_words_keep_their_width_on_paper(qapp: QApplication) -> None:
    """A spacing in pixels would be taken for dots, sixteen times as many on paper as on the screen."""
    for size in (11, 24, 44):
        font = lettering(size, 700, is_display=True)
        assert font.letterSpacingType() is QFont.SpacingType.PercentageSpacing


def test_everything_of_the_week_is_on_the_poster(desk: Desk) -> None:
    found = texts(desk.page.sheets)
    for text in (
        "Week 48",
        "Café Lindenhof",
        "Beitrag 0",
        "Beitrag 1",
        "8:00",
        "8:01",
        "Mittagstisch",
        "14:00",
        "0:45",
    ):
        assert text in found
    for text in ("Published", "Draft", "Monitoring", "0:45 h of work", "Ideas for Week 49"):
        assert any(text in each for each in found), text


def test_the_poster_speaks_german(in_german: None, tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, qtbot)
    found = texts(desk.page.sheets)
    for text in ("KW 48", "23.", "Noch zu fotografieren", "Fragen von Gästen", "Ideen für KW 49", "0:45 h Arbeit"):
        assert text in found
    assert any(text.startswith("Stand Mi 25.11.2026, 10:00") for text in found)
    desk.workspace.store.close()


def test_a_crowded_day_goes_on_over_the_page_and_nothing_is_cut_off(crowded: Desk) -> None:
    sheets = crowded.page.sheets
    assert len(sheets) > 1
    assert len(pages(pdf_bytes(sheets, Paper.A4, ""))) == len(sheets)
    found = texts(sheets)
    assert not [text for text in found if "…" in text]
    for number in range(17):
        assert found.count(f"Beitrag {number}") == 1
    for sheet in sheets:
        column = [word for word in words(sheet) if word.x < SIDE + 180 and 160 < word.y < NOTES_AT + 20]
        inside = [word for word in column if word.text.startswith(("Beitrag", "8:", "Draft", "continued"))]
        assert inside
        assert all(word.y < NOTES_AT for word in inside)
        heights = [word.y for word in inside if word.text.startswith("Beitrag")]
        assert heights == sorted(heights)
        assert all(below - above >= 40 for above, below in pairwise(heights))


def test_a_long_title_stands_there_whole(tmp_path: Path, qtbot: QtBot) -> None:
    title = " ".join(f"Wort{number}" for number in range(40))
    store = a_store(tmp_path, [a_post(title, MONDAY.replace(hour=9))])
    week = paper_week(stored_board(store), WEEK, NOW, {}, "de")
    found = " ".join(texts(poster_sheets(week, PaperPictures(store.picture))))
    assert all(f"Wort{number}" in found for number in range(40))
    store.close()


def test_people_campaigns_and_whole_days_are_named(tmp_path: Path, qtbot: QtBot) -> None:
    posts = [
        a_post("Eins", MONDAY.replace(hour=9), owner_id=1),
        a_post("Zwei", MONDAY.replace(hour=10), owner_id=2),
        a_post("Drei", MONDAY.replace(hour=11), owner_id=3),
    ]
    board = Board(
        (WEEK,),
        a_plan(),
        platforms=tuple(replace(each, id=number) for number, each in enumerate(some_platforms(), 1)),
        posts=tuple(
            replace(post, id=number, variants=(a_variant(1, post.variants[0].starts_at, id=number, post_id=number),))
            for number, post in enumerate(posts, 1)
        ),
        members=(Member(1, "Emre Kaya", "EK"), Member(2, "Jana Roth", "JR"), Member(3, "Jana Weiß", "JW")),
        campaigns=(Campaign(1, "Advent", date(2026, 11, 26), date(2026, 12, 24)),),
        closed_days=(ClosedDay(1, "Ruhetag", weekday=0),),
    )
    week = paper_week(board, WEEK, NOW, {date(2026, 11, 25): "Buß- und Bettag"}, "de")
    found = texts(poster_sheets(week, lambda _name: None))
    for text in ("Ruhetag", "Buß- und Bettag", "1. Advent", "Campaign “Advent” from 26 Nov"):
        assert text in found
    ends = [text.partition(" · ")[2] for text in found if text.startswith("Overdue · ")]
    assert ends == ["Emre", "Jana Roth", "Jana Weiß"]  # the first name where it tells who is meant


def test_pictures_fill_their_place_and_missing_ones_leave_none(desk: Desk) -> None:
    red = QImage(900, 700, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(red)
    data = bytes(buffer.data().data())
    given = PaperPictures({"there": data, "broken": b"no picture"}.get)
    made = given("there")
    assert made is not None
    assert min(made.width(), made.height()) <= 640
    assert given("broken") is None
    assert given("gone") is None


def test_the_look_of_the_screen_neither_shows_on_paper_nor_changes(desk: Desk, qapp: QApplication) -> None:
    light = picture(desk.page.sheets[0], 720)
    theme.apply(qapp, theme.Mode.DARK, 200, high_contrast=True)
    dark, font = theme.color("surface"), theme.font("body")
    try:
        assert picture(desk.page.sheets[0], 720) == light
        assert theme.is_dark()
        assert theme.scale() == 200
        assert theme.is_high_contrast()
        assert theme.color("surface") == dark
        assert theme.font("body") == font
    finally:
        theme.apply(qapp, theme.Mode.LIGHT)


def test_the_list_has_its_head_and_number_on_every_page(desk: Desk) -> None:
    desk.choose(Kind.LIST)
    desk.page.header.weeks.segment("4").click()
    sheets = desk.page.sheets
    assert len(sheets) > 1
    assert pages(pdf_bytes(sheets, Paper.A4, "")) == [(595, 842)] * len(sheets)
    for number, sheet in enumerate(sheets):
        found = texts([sheet])
        assert "Week 48 to Week 51" in found
        assert f"Page {number + 1} of {len(sheets)}" in found
        assert all(0 < word.y < LONG - 20 and SIDE <= word.x < SHORT - SIDE for word in words(sheet))
    everything = texts(sheets)
    assert everything.count("Beitrag 1") == 1
    assert "Monday, 23 November" in everything
    assert "Sunday, 20 December" in everything


def test_a_day_cut_by_the_page_is_named_again(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, qtbot, count=60)
    desk.choose(Kind.LIST)
    first, second = desk.page.sheets[:2]
    assert "Monday, 23 November" in texts([first])
    assert "Monday, 23 November, continued" in texts([second])
    for sheet in (first, second):
        assert max(word.y for word in words(sheet) if word.text.startswith("Beitrag")) < LONG - 50
    found = texts(desk.page.sheets)
    assert all(found.count(f"Beitrag {number}") == 1 for number in range(60))
    desk.workspace.store.close()


def test_the_file_is_written_and_said(desk: Desk) -> None:
    out = desk.folder / "Woche.pdf"
    desk.page.save(out)
    assert pages(out.read_bytes()) == [(842, 595)]


def test_the_plan_itself_is_never_overwritten(desk: Desk) -> None:
    plan = desk.workspace.store.path
    before = plan.read_bytes()
    desk.page.save(plan)
    assert plan.read_bytes() == before


def test_a_printer_gets_the_pages_that_were_asked_for(crowded: Desk, tmp_path: Path) -> None:
    out = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setPageLayout(page_layout(Paper.A4, is_landscape=True))
    printer.setFromTo(2, 2)
    assert print_on(printer, crowded.page.sheets)
    assert pages(out.read_bytes()) == [(842, 595)]


@pytest.mark.qt_log_ignore("^Q(PdfWriter|PrintEngine|Printer|Painter|Pdf|File)", "could not")
def test_a_printer_that_cannot_be_written_to_is_said(desk: Desk, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert not print_on(printer, desk.page.sheets)


def test_week_and_plan_are_followed(desk: Desk) -> None:
    desk.page.header.on.click()
    assert desk.page.week == Week(2026, 49)
    assert "Beitrag 0" not in texts(desk.page.sheets)
    desk.page.header.today.click()
    assert "Beitrag 0" in texts(desk.page.sheets)
    post = a_post("Nachzügler", MONDAY + timedelta(days=4, hours=10))
    desk.workspace.edit("Neu", items.put, Changes(posts=(post,)))
    assert "Nachzügler" in texts(desk.page.sheets)


def test_the_preview_shows_the_sheets_whole(desk: Desk, qtbot: QtBot) -> None:
    (shown,) = (each for each in desk.page.preview.findChildren(_Page) if each.isVisible())
    assert shown.accessibleName() == "Page 1 of 1"
    assert shown.height() <= desk.page.preview.height()
    assert abs(shown.width() / shown.height() - LONG / SHORT) < 0.01
    grabbed = shown.grab().toImage()
    assert grabbed.pixelColor(grabbed.width() // 2, 6) == Qt.GlobalColor.white


def test_escape_leads_back(desk: Desk) -> None:
    left = QSignalSpy(desk.page.closed)
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert left.count() == 1


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    theme.apply(qapp, theme.Mode.LIGHT, reduced_motion=True)
    store = a_store(tmp_path, [a_post("Rolls", MONDAY + timedelta(days=8, hours=9))])
    window = MainWindow(WEEK, NOW.date(), Settings())
    window.show_plan(Workspace(store, lambda: NOW))
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    store.close()


def test_ctrl_p_brings_the_week_that_is_shown(window: MainWindow) -> None:
    window.show_week(Week(2026, 49))
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (page,) = window.findChildren(PrintPage)
    assert page.isVisible()
    assert page.week == Week(2026, 49)
    assert "Rolls" in texts(page.sheets)
    QTest.keyClick(page.preview, Qt.Key.Key_Escape)
    assert not page.isVisible()
    window.show_week(WEEK)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.week == WEEK


def test_the_menu_leads_to_the_paper(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F10)
    bar = window.findChild(MenuBar)
    assert bar is not None
    menus = [menu for top in bar.actions() if isinstance(menu := top.menu(), QMenu)]
    (row,) = (row for menu in menus for row in menu.actions() if row.text().startswith("Print or save as PDF"))
    row.trigger()
    assert window.findChildren(PrintPage)


def test_lower_pictures_save_a_second_side(tmp_path: Path, qtbot: QtBot) -> None:
    green = QImage(400, 300, QImage.Format.Format_RGB32)
    green.fill(Qt.GlobalColor.green)
    posts = []
    for hour in range(8, 12):
        at = MONDAY.replace(hour=hour)
        posts.append(a_post(f"Bild {hour}", variants=(a_variant(1, at, pictures=("0" * 64,)),)))
    store = a_store(tmp_path, posts)
    week = paper_week(stored_board(store), WEEK, NOW, {}, "de")
    assert len(poster_sheets(week, lambda _name: green)) == 1
    few = replace(week, days=(replace(week.days[0], posts=week.days[0].posts[:2]), *week.days[1:]))
    (sheet,) = poster_sheets(few, lambda _name: green)
    shown = picture(sheet, 1440)
    assert sum(shown.pixelColor(100, y) == Qt.GlobalColor.green for y in range(1018)) > 2 * 110
    store.close()


def test_long_names_of_blocks_stand_whole_below_their_row(tmp_path: Path, qtbot: QtBot) -> None:
    title = "Fotos mit der ganzen Mannschaft draußen im Hof"
    block = a_block(MONDAY.replace(hour=9), 60, platforms=(1, 2, 3), title=title)
    store = a_store(tmp_path, blocks=[block])
    week = paper_week(stored_board(store), WEEK, NOW, {}, "de")
    (sheet,) = poster_sheets(week, lambda _name: None)
    clock = next(word for word in words(sheet) if word.text == "9:00")
    below = [word for word in words(sheet) if word.x < SIDE + 180 and clock.y < word.y < clock.y + 60]
    assert " ".join(word.text for word in below) == title
    store.close()


def test_the_dialog_proposes_a_name_and_its_answer_is_written(desk: Desk) -> None:
    QTest.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(each).name for each in dialog.selectedFiles()] == ["Café Lindenhof Week 48.pdf"]
    out = desk.folder / "Wand"
    dialog.setDirectory(str(desk.folder))
    dialog.selectFile(str(out))
    dialog.accept()
    assert pages(out.with_suffix(".pdf").read_bytes()) == [(842, 595)]


def test_without_a_printer_the_way_out_is_offered(desk: Desk) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer")
    desk.page.header.print.click()
    toast = desk.page.findChild(Toast)
    assert toast is not None
    assert "no printer" in toast.accessibleName()


def test_f6_goes_round(desk: Desk) -> None:
    desk.page.activateWindow()
    desk.page.setFocus()
    QTest.keyClick(desk.page, Qt.Key.Key_F6)
    assert desk.page.preview.hasFocus()
    QTest.keyClick(desk.page, Qt.Key.Key_F6)
    assert desk.page.header.save.hasFocus()
