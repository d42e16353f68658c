"""The first page: starter graphs and recent files as pictures, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.engine.events import RunFinished
from app.ui.files.starters import Starter, starters
from app.ui.settings.remembered import Remembered
from app.ui.welcome.welcome import Welcome
from app.ui.welcome.welcoming import show_welcome
from tests.ui.toys import Desk

LARGEST = 40_000
"""So many bytes are enough for a small picture."""


@pytest.fixture
def remembered(tmp_path: Path) -> Remembered:
    """Settings that nobody changed yet."""
    return Remembered(tmp_path / "settings")


@pytest.fixture
def page(qtbot: QtBot, remembered: Remembered) -> Welcome:
    """The page as it is beside two panels."""
    made = Welcome(remembered)
    qtbot.addWidget(made)
    made.resize(880, 690)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("starter", starters(), ids=lambda starter: starter.path.stem)
def test_every_starter_graph_has_words_and_a_small_picture_of_its_own(starter: Starter) -> None:
    assert starter.title
    assert starter.about.endswith(".")
    assert starter.preview.stat().st_size < LARGEST
    with Image.open(starter.preview) as picture:
        assert picture.size == (320, 320)


def test_a_click_on_a_picture_opens_its_graph(page: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.starter_wanted) as asked:
        qtbot.mouseClick(page.starters.at_hand.cards[2], Qt.MouseButton.LeftButton)
    assert asked.args == [starters()[2].path]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_arrow_keys_lead_from_picture_to_picture(page: Welcome, qtbot: QtBot, key: Qt.Key) -> None:
    cards = page.starters.at_hand.cards
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Right)
    qtbot.keyClick(cards[1], Qt.Key.Key_Right)
    qtbot.keyClick(cards[2], Qt.Key.Key_Left)
    assert cards[1].hasFocus()
    with qtbot.waitSignal(page.starter_wanted) as asked:
        qtbot.keyClick(cards[1], key)
    assert asked.args == [starters()[1].path]


def test_what_is_typed_narrows_the_starter_graphs(page: Welcome, qtbot: QtBot) -> None:
    shown = page.starters
    qtbot.keyClicks(shown.search, "stable FUSION")
    assert not shown.at_hand.isVisible()
    seen = [card.text() for card in shown.with_models.cards if card.isVisible()]
    assert seen == ["Stable Diffusion 2", "Stable Diffusion 3", "Image to video"]
    qtbot.keyClick(shown.search, Qt.Key.Key_Escape)
    assert all(card.isVisible() for card in shown.at_hand.cards)


def test_down_leads_to_the_next_row(page: Welcome, qtbot: QtBot) -> None:
    page.resize(620, 690)
    cards = page.starters.at_hand.cards
    qtbot.waitUntil(lambda: cards[3].x() == cards[0].x())
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[3].hasFocus()


def test_tab_reaches_everything(page: Welcome, qtbot: QtBot) -> None:
    page.setFocus()
    reached: list[QWidget | None] = []
    cards = {*page.starters.at_hand.cards, *page.starters.with_models.cards}
    for _ in range(8 + len(cards)):
        reached.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
    assert {page.run_button, page.new_button, page.open_button} <= set(reached)
    assert {page.starters.search, *cards} <= set(reached)


@pytest.mark.parametrize("name", ["new", "open"])
def test_buttons_ask_for_an_empty_graph_and_for_a_file(
    page: Welcome, qtbot: QtBot, name: str
) -> None:
    button: QPushButton = getattr(page, f"{name}_button")
    with qtbot.waitSignal(getattr(page, f"{name}_wanted")):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_picture_can_be_run_at_once(page: Welcome, qtbot: QtBot) -> None:
    assert page.focusProxy() is page.run_button
    with qtbot.waitSignal(page.run_wanted) as asked:
        qtbot.mouseClick(page.run_button, Qt.MouseButton.LeftButton)
    assert asked.args[0].stem == "text-to-image"


def test_recent_files_appear_with_their_picture(
    page: Welcome, remembered: Remembered, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not page.recent.isVisible()
    picture = tmp_path / "house.png"
    Image.new("RGB", (40, 20), "#ff0000").save(picture)
    remembered.change(recent_files=(str(picture), str(tmp_path / "gone.loom")))
    qtbot.waitUntil(lambda: [card.text() for card in page.recent.cards] == ["house", "gone"])
    qtbot.waitUntil(page.recent.isVisible)
    first = page.recent.cards[0]
    qtbot.waitUntil(lambda: first.width() > 100)
    assert first.grab().toImage().pixelColor(60, 60).name() == "#ff0000"
    with qtbot.waitSignal(page.file_wanted) as asked:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert asked.args == [picture]


def test_a_recent_graph_appears_with_the_picture_that_it_saved_last(
    desk: Desk, tmp_path: Path
) -> None:
    picture, graph = tmp_path / "made.png", tmp_path / "house.loom"
    Image.new("RGB", (40, 20), "#00ff00").save(picture)
    desk.picture_on_the_wall()
    desk.window.tab.file.save(graph)
    desk.window.tab.ended.emit(RunFinished(1, True, False, 1.0, (str(picture),)))
    again = Remembered(desk.remembered.folder)
    page = Welcome(again)
    desk.qtbot.addWidget(page)
    page.show()
    (card,) = page.recent.cards
    desk.qtbot.waitUntil(lambda: card.width() > 100)
    assert card.grab().toImage().pixelColor(60, 60).name() == "#00ff00"


def test_the_page_has_the_keyboard_and_return_runs_the_first_picture(desk: Desk) -> None:
    show_welcome(desk.window)
    page = desk.window.findChild(Welcome)
    assert isinstance(page, Welcome)
    desk.qtbot.waitUntil(page.run_button.hasFocus)
    with desk.qtbot.waitSignal(page.run_wanted):
        desk.qtbot.keyClick(page.run_button, Qt.Key.Key_Return)


def test_no_card_is_cut_off_at_the_right(page: Welcome, qtbot: QtBot) -> None:
    for width in (420, 640, 880, 1500):
        page.resize(width, 690)
        qtbot.waitUntil(lambda width=width: page.starters.width() <= width)
        right = max(card.geometry().right() for card in page.starters.at_hand.cards)
        assert right <= page.starters.width()
