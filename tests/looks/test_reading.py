"""What reads the pictures sees what a person would object to."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.looks.reading import overlapping


def test_parts_of_a_layout_inside_another_that_lie_on_each_other_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column, row = QVBoxLayout(window), QHBoxLayout()
    column.addLayout(row)
    left, right = QLabel("left"), QLabel("right")
    row.addWidget(left)
    row.addWidget(right)
    column.addWidget(QLabel("below"))
    window.resize(300, 100)
    window.show()
    assert overlapping(window) == []
    right.setGeometry(left.geometry())
    (found,) = overlapping(window)
    assert found.count("QLabel/QWidget") == 2
