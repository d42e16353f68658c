"""Asking for a model and watching it come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.models.downloads.downloads import State
from app.ui.shelf.download_dialog import DownloadDialog
from app.ui.shelf.panel import ShelfPanel
from tests.models.downloads.server import Shop, opened, weights
from tests.ui.shelf.conftest import ShelfDesk

CONTENT = weights()


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """A server on this computer that stands for the hub."""
    with opened(Shop()) as shop:
        monkeypatch.setenv("HF_ENDPOINT", shop.address)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        shop.add_repository("somebody/words", {"a.safetensors": CONTENT, "b.safetensors": CONTENT})
        yield shop


@pytest.fixture
def dialog(shelf_desk: ShelfDesk, shop: Shop) -> DownloadDialog:
    """The dialog."""
    folders = [shelf_desk.folder]
    dialog = DownloadDialog(shelf_desk.window.shelf.downloads, folders, shelf_desk.window)
    dialog.show()
    return dialog


def test_loose_files_are_chosen_and_come_onto_the_shelf(
    shelf_desk: ShelfDesk, dialog: DownloadDialog
) -> None:
    dialog.ask_for("somebody/words")
    shelf_desk.qtbot.waitUntil(lambda: dialog.files.count() == 2)
    assert not dialog.start.isEnabled()
    dialog.files.item(1).setCheckState(Qt.CheckState.Checked)
    assert "1 of 2 files" in dialog.said.text()
    dialog.start.click()
    downloads = shelf_desk.window.shelf.downloads
    shelf_desk.qtbot.waitUntil(lambda: downloads.all()[0].state is State.DONE)
    name = "somebody/words/b.safetensors"
    shelf_desk.qtbot.waitUntil(lambda: shelf_desk.librarian.names("embedding") == (name,))
    known = shelf_desk.librarian.model("embedding", name)
    assert known is not None
    assert known.source == "hf:somebody/words:b.safetensors"
    assert known.hash


def test_progress_stands_below_the_models(
    shelf_desk: ShelfDesk, shop: Shop, dialog: DownloadDialog
) -> None:
    panel = shelf_desk.window.panels.show("shelf")
    assert isinstance(panel, ShelfPanel)
    assert not panel.downloads.isVisible()
    shop.slow = 0.02
    dialog.ask_for("somebody/words:a.safetensors")
    shelf_desk.qtbot.waitUntil(dialog.start.isEnabled)
    dialog.start.click()
    shelf_desk.qtbot.waitUntil(lambda: bool(panel.downloads.rows))
    (row,) = panel.downloads.rows.values()
    shelf_desk.qtbot.waitUntil(lambda: row.bar.value() > 0)
    row.stop.click()
    shelf_desk.qtbot.waitUntil(lambda: "Stopped at" in row.words.text())
    shop.slow = 0.0
    row.go_on.click()
    shelf_desk.qtbot.waitUntil(lambda: "Done" in row.words.text())
    row.away.click()
    shelf_desk.qtbot.waitUntil(lambda: not panel.downloads.isVisible())


def test_a_refusal_is_a_sentence_and_shows_the_field_that_helps(
    shelf_desk: ShelfDesk, shop: Shop, dialog: DownloadDialog
) -> None:
    dialog.ask_for("no source")
    assert "no place to fetch" in dialog.said.text()
    dialog.ask_for("http://example.org/x.safetensors")
    assert dialog.plain.isVisible()
    path = "/api/models/somebody/words/revision/main"
    shop.tokens[path] = "secret"
    dialog.ask_for("somebody/words")
    shelf_desk.qtbot.waitUntil(dialog.token.isVisible)
    assert "access token" in dialog.said.text()
    dialog.token.setText("secret")
    dialog.look.click()
    shelf_desk.qtbot.waitUntil(lambda: dialog.files.count() == 2)


def test_another_source_forgets_what_was_offered(
    shelf_desk: ShelfDesk, dialog: DownloadDialog
) -> None:
    dialog.ask_for("somebody/words")
    shelf_desk.qtbot.waitUntil(lambda: dialog.files.count() == 2)
    dialog.source.setFocus()
    shelf_desk.qtbot.keyClicks(dialog.source, "x")
    assert dialog.offer is None
    assert not dialog.start.isEnabled()


def test_a_dialog_that_was_closed_hears_no_answer(
    shelf_desk: ShelfDesk, shop: Shop, dialog: DownloadDialog, tmp_path: Path
) -> None:
    shop.slow = 0.05
    dialog.ask_for("somebody/words")
    dialog.reject()
    dialog.deleteLater()
    shelf_desk.qtbot.wait(300)
    assert shelf_desk.window.shelf.downloads.all() == ()
