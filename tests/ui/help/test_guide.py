"""The documentation is read in a window of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from app.ui.help.guide import DOCUMENTATION, PAGES, Guide, open_guide
from tests.ui.toys import Desk


@pytest.fixture
def guide(desk: Desk) -> Guide:
    desk.window.actions_table.by_id["documentation"].trigger()
    shown = desk.window.findChild(Guide)
    assert isinstance(shown, Guide)
    return shown


def test_the_menu_opens_the_tour_with_its_pictures(guide: Guide) -> None:
    assert guide.isVisible()
    assert guide.page.toPlainText().startswith("A tour in ten minutes")
    picture = guide.page.loadResource(2, QUrl("pictures/running.png"))
    assert 0 < picture.width() <= 680 * guide.page.devicePixelRatioF()


def test_a_click_in_the_list_shows_another_page_and_back_returns(guide: Guide) -> None:
    row = [file for file, _ in PAGES].index("shortcuts.md")
    place = guide.list.visualItemRect(guide.list.item(row)).center()
    QTest.mouseClick(guide.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert guide.page.toPlainText().startswith("Keys")
    QTest.mouseClick(guide.back, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert guide.page.toPlainText().startswith("A tour in ten minutes")
    assert guide.list.currentRow() == 0


def test_a_link_leads_to_a_heading(guide: Guide) -> None:
    guide.open("nodes.md", "vae-decode")
    assert guide.page.textCursor().block().text() == "VAE Decode"
    assert guide.page.verticalScrollBar().value() > 0


def test_escape_closes_it(guide: Guide) -> None:
    QTest.keyClick(guide.page, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_what_is_no_page_is_left_to_other_programs(
    guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    guide.open("loom.schema.json")
    assert [Path(url.toLocalFile()).name for url in opened] == ["loom.schema.json"]
    assert guide.page.toPlainText().startswith("A tour in ten minutes")


def test_without_pages_it_says_so(desk: Desk, tmp_path: Path) -> None:
    told: list[str] = []
    open_guide(desk.window, told.append, folder=tmp_path)
    assert "tour.md is missing" in told[0]
    assert desk.window.findChild(Guide) is None


def test_all_pages_on_offer_are_there() -> None:
    assert all((DOCUMENTATION / file).is_file() for file, _ in PAGES)


def test_every_line_of_a_page_takes_room(guide: Guide) -> None:
    guide.open("writing-nodes.md")
    document, block = guide.page.document(), guide.page.document().begin()
    while block.isValid():
        assert document.documentLayout().blockBoundingRect(block).height() > 0, block.text()
        block = block.next()
