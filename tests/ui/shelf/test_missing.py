"""Graphs that name models which are not there, in the window."""

from __future__ import annotations

from pathlib import Path

from app.graph.file import save_file
from app.ui.running.remedies import RemedyButton
from tests.ui.shelf.conftest import ShelfDesk


def _saved(desk: ShelfDesk, path: Path, model: str) -> Path:
    """A file with one node that names a model; the window is empty again."""
    desk.add("Everything", model=model)
    save_file(path, desk.document.snapshot, desk.kinds)
    desk.document.mark_saved()
    desk.window.files.close_tab(desk.window.tab)
    return path


def _model(desk: ShelfDesk) -> object:
    (node,) = desk.document.snapshot.main.nodes.values()
    return node.parameters["model"]


def test_a_missing_model_is_told_with_what_may_stand_for_it(
    shelf_desk: ShelfDesk, tmp_path: Path
) -> None:
    path = _saved(shelf_desk, tmp_path / "graph.loom", "lakes_v2.safetensors")
    shelf_desk.window.files.open_path(path)
    shelf_desk.qtbot.waitUntil(lambda: bool(shelf_desk.sentences()))
    (problem,) = shelf_desk.window.problems.all()
    assert "lakes_v2.safetensors (Model) is not on the shelf" in problem.sentence
    labels = [remedy.label for remedy in problem.remedies]
    assert labels == ["Use photo/lakes-v3.safetensors", "Download …"]


def test_a_remedy_is_one_step_that_can_be_undone(shelf_desk: ShelfDesk, tmp_path: Path) -> None:
    path = _saved(shelf_desk, tmp_path / "graph.loom", "lakes_v2.safetensors")
    shelf_desk.window.files.open_path(path)
    shelf_desk.qtbot.waitUntil(lambda: bool(shelf_desk.sentences()))
    rows = shelf_desk.window.problems.list
    button = rows.itemWidget(rows.item(0))
    assert isinstance(button, RemedyButton)
    button.menu.actions()[0].trigger()
    assert _model(shelf_desk) == "photo/lakes-v3.safetensors"
    shelf_desk.qtbot.waitUntil(lambda: not shelf_desk.sentences())
    shelf_desk.document.undo()
    assert _model(shelf_desk) == "lakes_v2.safetensors"


def test_a_model_that_was_renamed_is_found_once_and_told(
    shelf_desk: ShelfDesk, tmp_path: Path
) -> None:
    file = shelf_desk.folder / "big.safetensors"
    path = _saved(shelf_desk, tmp_path / "graph.loom", "big.safetensors")
    file.rename(shelf_desk.folder / "huge.safetensors")
    shelf_desk.look_again()
    shelf_desk.window.files.open_path(path)
    shelf_desk.qtbot.waitUntil(lambda: _model(shelf_desk) == "huge.safetensors")
    assert "is called huge.safetensors now" in shelf_desk.window.status.currentMessage()
    assert shelf_desk.window.tab.is_modified
    shelf_desk.document.undo()
    shelf_desk.qtbot.wait(400)
    assert _model(shelf_desk) == "big.safetensors"


def test_a_problem_goes_once_the_model_has_come(shelf_desk: ShelfDesk, tmp_path: Path) -> None:
    path = _saved(shelf_desk, tmp_path / "graph.loom", "lakes_v2.safetensors")
    shelf_desk.window.files.open_path(path)
    shelf_desk.qtbot.waitUntil(lambda: bool(shelf_desk.sentences()))
    found = shelf_desk.folder / "photo" / "lakes-v3.safetensors"
    (shelf_desk.folder / "lakes_v2.safetensors").write_bytes(found.read_bytes())
    shelf_desk.look_again()
    shelf_desk.qtbot.waitUntil(lambda: not shelf_desk.sentences())


def test_a_run_leaves_the_problem_and_what_may_help(shelf_desk: ShelfDesk, tmp_path: Path) -> None:
    path = _saved(shelf_desk, tmp_path / "graph.loom", "lakes_v2.safetensors")
    shelf_desk.window.files.open_path(path)
    shelf_desk.qtbot.waitUntil(lambda: bool(shelf_desk.sentences()))
    (before,) = shelf_desk.window.problems.all()
    shelf_desk.run()
    assert before in shelf_desk.window.problems.all()


def test_typing_a_name_brings_no_problem(shelf_desk: ShelfDesk) -> None:
    node = shelf_desk.add("Everything", model="big.safetensors")
    shelf_desk.select(node)
    shelf_desk.field("model").setEditText("bi")  # type: ignore[attr-defined]
    shelf_desk.field("model").lineEdit().textEdited.emit("bi")  # type: ignore[attr-defined]
    shelf_desk.qtbot.wait(400)
    assert shelf_desk.sentences() == []
