"""Graphs brought back as they were saved before, from the menu and where the file is spoilt."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.graph.file import open_file
from app.ui.files.restoring import fill_earlier
from tests.ui.files.test_other_programs import shades, use
from tests.ui.toys import Desk


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Path:
    """A file that was saved three times, with a node more each time."""
    path = tmp_path / "wall.loom"
    for shade in (1, 2, 3):
        desk.add("Paint", shade=shade)
        assert desk.window.file.save(path)
    return path


def entries(desk: Desk) -> list[QAction]:
    """What the menu of earlier copies offers."""
    menu = QMenu(desk.window)
    fill_earlier(menu, desk.window.files, desk.window.tab)
    return menu.actions()


def test_the_menu_offers_what_was_saved_before(desk: Desk, saved: Path) -> None:
    assert len(entries(desk)) == 2
    assert all(entry.text().startswith("today, ") for entry in entries(desk))
    desk.add("Paint", shade=4)
    assert entries(desk)[0].text().startswith("As last saved, today, ")


def test_a_graph_that_was_never_saved_has_no_copies(desk: Desk) -> None:
    (entry,) = entries(desk)
    assert (entry.text(), entry.isEnabled()) == ("None yet", False)


def test_a_copy_comes_back_in_place_and_undo_takes_it_back(desk: Desk, saved: Path) -> None:
    on_disk = saved.read_bytes()
    entries(desk)[1].trigger()
    assert shades(desk) == [1]
    assert desk.window.file.path == saved
    assert desk.document.is_modified
    assert saved.read_bytes() == on_disk
    desk.key(Qt.Key.Key_Z)
    assert shades(desk) == [1, 2, 3]
    assert not desk.document.is_modified


def test_a_graph_goes_back_to_what_was_last_saved(desk: Desk, saved: Path) -> None:
    desk.add("Paint", shade=4)
    entries(desk)[0].trigger()
    assert shades(desk) == [1, 2, 3]


@pytest.mark.parametrize("content", [b"", b'{"format": 1, "ro', b"\x89PNG", None])
def test_a_spoilt_or_missing_file_offers_its_last_copy(
    desk: Desk, saved: Path, content: bytes | None
) -> None:
    whole = saved.read_bytes()
    desk.window.files.close_tab(desk.window.tab)
    saved.unlink() if content is None else saved.write_bytes(content)
    assert not desk.window.files.open_path(saved)
    offer = desk.window.problems.all()[-1]
    assert offer.sentence == "An earlier copy of wall.loom is kept: open that instead."
    use(offer, "Open the copy")
    assert shades(desk) == [1, 2, 3]
    assert desk.window.file.path == saved
    assert desk.document.is_modified
    assert saved.exists() == (content is not None)
    desk.key(Qt.Key.Key_S)  # nobody is asked again: the file is known to be spoilt
    assert saved.read_bytes() == whole


def test_a_file_of_another_program_is_kept_before_it_is_saved_over(
    desk: Desk, saved: Path, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs.loom"
    theirs.write_bytes(saved.read_bytes())
    desk.window.files.open_path(theirs)
    desk.add("Paint", shade=9)
    desk.key(Qt.Key.Key_S)
    assert len(desk.window.file.earlier.of(theirs)) == 2
    (entry,) = entries(desk)
    entry.trigger()
    assert shades(desk) == [1, 2, 3]


def test_a_disk_that_takes_no_copies_takes_the_graph_all_the_same(
    desk: Desk, tmp_path: Path
) -> None:
    (desk.remembered.folder / "earlier").write_text("in the way")
    desk.add("Paint", shade=5)
    path = tmp_path / "wall.loom"
    assert desk.window.file.save(path)
    assert open_file(path, desk.kinds).snapshot == desk.document.snapshot
    assert not desk.sentences()
