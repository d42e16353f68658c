"""A label that has no room for all of its words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.elided_label import ElidedLabel

_WORDS = "A sentence that needs far more room than there is"


def test_words_without_room_end_in_dots(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText(_WORDS)
    label.resize(120, 20)
    assert label.shown_text().endswith("…")
    assert label.text() == _WORDS
    label.resize(2000, 20)
    assert label.shown_text() == _WORDS


def test_its_words_make_nothing_wider(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    label = ElidedLabel(box)
    label.setText(_WORDS)
    QHBoxLayout(box).addWidget(label)
    assert box.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(_WORDS) / 2
