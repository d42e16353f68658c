"""Titles that look like markup, run over lines or have no end are shown by the letter, and fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.graph import edits
from app.ui.plain import LONGEST_TIP, tip_text
from tests.ui.toys import Desk

MARKUP = '<b>A&amp;B</b> & "x"'
TITLES = {
    "markup": MARKUP,
    "endless": "word " * 2000,
    "one word": "W" * 10_000,
    "lines": "first\nsecond\r\n\tthird\u2028fourth",
    "right to left": "\u202eevil\u200b\u200d\ufeff",
    "odd": "{x} %s [*] \\ \0 -rf",
    "outside of all planes": "\ud83d\ude00\U0001f9ff",
    "dash": "--urgency=critical",
}


def titled(desk: Desk, title: str) -> str:
    """A graph of which every node has this title; one that is open in the inspector."""
    paint, wall = desk.picture_on_the_wall()
    refuse, every = desk.add("Refuse"), desk.add("Everything")
    desk.wire(paint, refuse)
    desk.wire(refuse, desk.add("Hang"))
    for node in (paint, wall, refuse, every):
        desk.document.apply(edits.rename(desk.document.snapshot, node, title))
    desk.document.apply(edits.expose(desk.document.snapshot, desk.kinds, every, "whole"))
    return every


@pytest.mark.parametrize("name", TITLES)
def test_any_title_is_shown_by_the_letter_everywhere(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    desk = Desk(qtbot, tmp_path)
    every = titled(desk, TITLES[name])
    for panel in desk.window.panels.docks:
        desk.window.panels.show(panel)
    desk.select(every)
    desk.run()
    qtbot.waitUntil(lambda: bool(desk.sentences()))
    desk.window.panels.show("inspector")
    qtbot.wait(1)
    assert desk.window.minimumSizeHint().width() < 1600
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            check(widget)
    desk.close()


def check(widget: QWidget) -> None:
    """Nothing that this widget shows is taken for markup, or for a key of a menu."""
    rich = Qt.TextFormat.AutoText, Qt.TextFormat.RichText
    if isinstance(widget, QLabel) and widget.textFormat() in rich:
        assert "<b>A" not in widget.text()
    if isinstance(widget, QAbstractButton):
        assert MARKUP not in widget.text()
    assert "<b>A" not in widget.toolTip()
    for action in widget.findChildren(QAction):
        assert MARKUP not in action.text()


def test_a_tip_says_its_text_by_the_letter() -> None:
    document = QTextDocument()
    document.setHtml(tip_text(f"{MARKUP}\nnext"))
    assert document.toPlainText() == f"{MARKUP}\nnext"
    assert tip_text("a & b") == "a & b"
    assert len(tip_text("x" * 10_000)) == LONGEST_TIP


def test_a_file_may_be_called_anything(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    desk.add("Paint")
    assert desk.window.file.save(tmp_path / "[*] <b>a&amp;b.loom")
    assert desk.window.windowTitle().startswith("[*][*] <b>a&amp;b[*]")
    assert "<b>" not in desk.window.tabs.tabToolTip(0)
    desk.close()
