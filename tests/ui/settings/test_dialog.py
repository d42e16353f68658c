"""The settings: what is kept is seen, bounded, cleared, checked, moved and switched off."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.engine.disk_moving import has_results
from app.engine.memories import DiskPlace, Memories
from app.settings import GIBIBYTE, load_settings
from app.ui.errands import Errands
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.kept_page import KeptPage
from tests.ui.toys import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window whose results are kept on disk, in the folder ``kept``."""
    place = DiskPlace(tmp_path / "kept" / "results", GIBIBYTE)
    made = Desk(qtbot, tmp_path, Memories(disk=place))
    made.remembered.change(disk_folder=str(tmp_path / "kept"))
    made.worker.warm_up()
    yield made
    made.close()


def settings_of(desk: Desk) -> SettingsDialog:
    """The dialog, opened by its keys."""
    desk.key(Qt.Key.Key_Comma)
    (dialog,) = desk.window.findChildren(SettingsDialog)
    desk.qtbot.waitExposed(dialog)
    desk.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def kept_of(dialog: SettingsDialog) -> KeptPage:
    """The page about results, chosen by a click."""
    turn_to(dialog, "kept")
    page = dialog.pages["kept"]
    assert isinstance(page, KeptPage)
    return page


def turn_to(dialog: SettingsDialog, page: str) -> None:
    """Click on a page in the list."""
    item = dialog.list.item(list(dialog.pages).index(page))
    place = dialog.list.visualItemRect(item).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.pages[page].isVisible()


def work(desk: Desk) -> KeptPage:
    """Make a number, and open the page that tells what is kept of it."""
    desk.add("Sketch")
    desk.run()
    assert desk.worker.kept._cache.disk is not None
    assert desk.worker.kept._cache.disk.flush()
    page = kept_of(settings_of(desk))
    desk.qtbot.waitUntil(lambda: "entr" in page.disk_now.text())
    return page


def run_again(desk: Desk) -> str:
    """Run the graph while the settings have the keyboard; how its node looks then."""
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.window.tab.run()
    (node,) = desk.document.snapshot.main.nodes
    return desk.state(node)


def click(desk: Desk, widget: object) -> None:
    """Click in the middle of a widget."""
    desk.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def saved(desk: Desk, name: str) -> object:
    """A setting as it is in the file."""
    return getattr(load_settings(desk.remembered.folder), name)


def test_the_settings_open_by_their_keys_once(desk: Desk) -> None:
    dialog = settings_of(desk)
    desk.window.activateWindow()
    assert settings_of(desk) is dialog
    desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_status_bar_says_how_much_is_kept_and_leads_to_the_settings(desk: Desk) -> None:
    desk.add("Sketch")
    desk.run()
    button = desk.window.status.kept
    desk.qtbot.waitUntil(button.isVisible)
    assert button.text().startswith("kept: ")
    click(desk, button)
    assert desk.window.findChildren(SettingsDialog)[0].isVisible()


def test_the_page_counts_what_was_found_and_what_ran(desk: Desk) -> None:
    page = work(desk)
    assert page.session.text().startswith("Nodes found: 0, run: 1.")
    run_again(desk)
    assert page.session.text().startswith("Nodes found: 1, run: 1.")


def test_a_budget_for_the_memory_holds_at_once_and_is_saved(desk: Desk) -> None:
    box = kept_of(settings_of(desk)).memory_budget
    click(desk, box.lineEdit())
    desk.qtbot.waitUntil(box.hasFocus)
    desk.qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(box, "2.5")
    desk.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.isVisible()
    desk.qtbot.waitUntil(lambda: desk.worker.kept._cache.budget == round(2.5 * GIBIBYTE))
    desk.qtbot.waitUntil(lambda: saved(desk, "memory_budget") == round(2.5 * GIBIBYTE))


def test_a_budget_for_the_disk_holds_at_once_and_is_saved(desk: Desk) -> None:
    page = work(desk)
    page.disk_budget.selectAll()
    desk.qtbot.keyClicks(page.disk_budget, "3")
    desk.qtbot.keyClick(settings_of(desk), Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: saved(desk, "disk_budget") == 3 * GIBIBYTE)
    desk.qtbot.waitUntil(lambda: budget_on_disk(desk) == 3 * GIBIBYTE)


def budget_on_disk(desk: Desk) -> int:
    """How much the cache on disk may hold; 0 where there is none."""
    disk = desk.worker.kept._cache.disk
    return disk.budget if disk is not None else 0


def test_what_is_kept_on_disk_can_be_switched_off_and_on(desk: Desk, tmp_path: Path) -> None:
    page = work(desk)
    page.switch.setFocus()
    desk.qtbot.keyClick(page.switch, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: budget_on_disk(desk) == 0 and page.switch.isEnabled())
    assert saved(desk, "disk_cache") is False
    assert has_results(tmp_path / "kept" / "results")
    desk.qtbot.keyClick(page.switch, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: budget_on_disk(desk) > 0)


def test_clearing_asks_once_and_forgets_everything(desk: Desk) -> None:
    page, asked = work(desk), []
    page.ask_clear = lambda _, info: bool(asked.append(info.entries))
    click(desk, page.clear_button)
    assert len(asked) == 1
    assert not page.sentence.text()
    page.ask_clear = lambda _, info: True
    click(desk, page.clear_button)
    desk.qtbot.waitUntil(lambda: page.sentence.text().startswith("Everything was cleared"))
    desk.qtbot.waitUntil(lambda: page.disk_now.text() == "Now: 0 MB, 0 entries", timeout=20_000)
    assert page.memory_now.text() == "Now: 0 MB"
    assert run_again(desk) == "done"


def test_checking_says_what_was_found(desk: Desk, tmp_path: Path) -> None:
    page = work(desk)
    click(desk, page.check_button)
    desk.qtbot.waitUntil(lambda: page.sentence.text().startswith("Nothing is damaged"))
    assert not page.progress.isVisible()
    assert page.check_button.isEnabled()


def test_results_move_to_another_folder_and_are_found_there(desk: Desk, tmp_path: Path) -> None:
    page = work(desk)
    page.folder.ask = lambda *_: str(tmp_path / "new")
    page.ask_take_along = lambda *_: True
    click(desk, page.folder.button)
    desk.qtbot.waitUntil(lambda: "were moved" in page.sentence.text())
    assert has_results(tmp_path / "new" / "results")
    assert not has_results(tmp_path / "kept" / "results")
    assert saved(desk, "disk_folder") == str(tmp_path / "new")
    desk.worker.kept._cache.clear()
    assert run_again(desk) == "cached"


def test_another_folder_can_be_started_anew(desk: Desk, tmp_path: Path) -> None:
    page = work(desk)
    page.folder.ask = lambda *_: str(tmp_path / "new")
    page.ask_take_along = lambda *_: False
    click(desk, page.folder.button)
    desk.qtbot.waitUntil(lambda: page.sentence.text().startswith("Results go to"))
    assert has_results(tmp_path / "kept" / "results")
    desk.qtbot.waitUntil(lambda: page.disk_now.text() == "Now: 0 MB, 0 entries", timeout=20_000)


def test_a_folder_that_cannot_be_used_is_refused_in_its_row(desk: Desk, tmp_path: Path) -> None:
    page = work(desk)
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    page.folder.ask = lambda *_: str(tmp_path / "file")
    click(desk, page.folder.button)
    row = next(row for row in page.rows if row.field is page.folder)
    assert row.sentence.text() == f"{tmp_path / 'file'} lies in a file: choose a folder."
    assert saved(desk, "disk_folder") == str(tmp_path / "kept")
    assert budget_on_disk(desk) > 0


def test_results_go_back_to_the_usual_folder(desk: Desk) -> None:
    page = work(desk)
    page.ask_take_along = lambda *_: False
    row = next(row for row in page.rows if row.field is page.folder)
    click(desk, row.reset)
    desk.qtbot.waitUntil(lambda: saved(desk, "disk_folder") == "")
    assert not row.reset.isVisible()


def test_long_errands_end_when_the_window_closes(qtbot: QtBot) -> None:
    errands, began = Errands(), []

    def endless() -> None:
        while True:
            errands.tell(0, 1)
            began.append(True)
            time.sleep(0.001)

    errands.ask(endless, lambda _: None)
    qtbot.waitUntil(lambda: bool(began))
    errands.close()


def test_a_fault_in_an_errand_is_told(qtbot: QtBot) -> None:
    errands = Errands()
    with qtbot.waitSignal(errands.refused) as told:
        errands.ask(lambda: 1 / 0, lambda _: None)
    assert told.args == ["ZeroDivisionError: division by zero"]
    errands.close()
