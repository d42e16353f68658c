"""New, open and save from the window; questions, refusals, and what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from app.graph.file import to_text
from app.ui.files.commands import Answer, ask_unsaved
from app.ui.files.starters import starters
from tests.ui.toys import Desk


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Path:
    """A file with a picture on the wall; the window is empty again."""
    path = tmp_path / "wall.loom"
    desk.picture_on_the_wall(shade=33)
    assert desk.window.file.save(path)
    desk.window.files.close_tab(desk.window.tab)
    return path


def open_in_place(desk: Desk, path: Path) -> None:
    """Open a file in the place of the graph that is seen."""
    read = desk.window.file.read(path)
    assert read is not None
    desk.window.file.take(read)


def test_a_saved_graph_opens_again_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.picture_on_the_wall(shade=33)
    before = desk.document.snapshot
    path = tmp_path / "wall.loom"
    desk.window.file.save(path)
    desk.window.files.close_tab(desk.window.tab)
    assert not desk.document.snapshot.main.nodes
    desk.window.files.open_path(path)
    assert desk.document.snapshot.main == before.main
    assert desk.window.windowTitle() == "wall[*] — Latent Loom"


def test_control_s_writes_to_the_file_that_is_open(desk: Desk, saved: Path) -> None:
    open_in_place(desk, saved)
    desk.add("Paint", shade=77)
    assert desk.window.isWindowModified()
    desk.key(Qt.Key.Key_S)
    assert not desk.window.isWindowModified()
    assert "77" in saved.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "leaves", "writes"),
    [(Answer.SAVE, True, True), (Answer.DISCARD, True, False), (Answer.CANCEL, False, False)],
)
def test_unsaved_changes_are_asked_about_before_they_are_left(
    desk: Desk, saved: Path, answer: Answer, leaves: bool, writes: bool
) -> None:
    open_in_place(desk, saved)
    text = saved.read_text(encoding="utf-8")
    desk.add("Paint")
    desk.answers = [answer]
    desk.key(Qt.Key.Key_W)
    assert (len(desk.document.snapshot.main.nodes) == 0) == leaves
    assert (saved.read_text(encoding="utf-8") != text) == writes


def test_the_window_stays_open_when_the_user_thinks_again(desk: Desk) -> None:
    desk.add("Paint")
    desk.answers = [Answer.CANCEL]
    desk.window.close()
    assert desk.window.isVisible()


@pytest.mark.parametrize(
    ("button", "answer"),
    [("Save", Answer.SAVE), ("Don't save", Answer.DISCARD), ("Cancel", Answer.CANCEL)],
)
def test_the_question_has_three_answers(desk: Desk, button: str, answer: Answer) -> None:
    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(each for each in box.buttons() if each.text() == button).click()

    QTimer.singleShot(0, click)
    assert ask_unsaved(desk.window, "wall") is answer


def test_a_damaged_file_is_a_problem_and_the_open_graph_stays(
    desk: Desk, saved: Path, tmp_path: Path
) -> None:
    half = tmp_path / "half.loom"
    half.write_text(saved.read_text(encoding="utf-8")[:60], encoding="utf-8")
    paint = desk.add("Paint")
    desk.document.mark_saved()
    desk.window.files.open_path(half)
    assert paint in desk.document.snapshot.main.nodes
    (sentence,) = desk.sentences()
    assert "half.loom" in sentence


def test_a_file_that_is_gone_leaves_the_recent_files(desk: Desk, saved: Path) -> None:
    assert str(saved) in desk.remembered.settings.recent_files
    saved.unlink()
    desk.window.files.open_path(saved)
    assert str(saved) not in desk.remembered.settings.recent_files
    assert desk.sentences()[0].startswith("There is no file wall.loom")


def test_a_place_that_cannot_be_written_loses_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.add("Paint")
    assert not desk.window.file.save(tmp_path / "nowhere" / "wall.loom")
    assert desk.document.is_modified
    (sentence,) = desk.sentences()
    assert "wall.loom cannot be saved" in sentence


def test_a_graph_with_unknown_nodes_opens_with_a_warning(desk: Desk, saved: Path) -> None:
    text = saved.read_text(encoding="utf-8").replace("loom.Hang", "other.Gone")
    saved.write_text(text, encoding="utf-8")
    open_in_place(desk, saved)
    assert len(desk.document.snapshot.main.nodes) == 2
    assert all(problem.is_warning for problem in desk.window.problems.all())
    assert "other.Gone" in " ".join(desk.sentences())


def drop(desk: Desk, path: Path) -> None:
    """Let go of a file over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.window.dropEvent(event)


def test_a_graph_that_is_dropped_on_the_window_opens(desk: Desk, saved: Path) -> None:
    drop(desk, saved)
    desk.qtbot.waitUntil(lambda: len(desk.document.snapshot.main.nodes) == 2)


def test_a_picture_brings_the_graph_that_made_it(desk: Desk, saved: Path, tmp_path: Path) -> None:
    desk.texts_in_pictures["sun.png"] = saved.read_text(encoding="utf-8")
    drop(desk, tmp_path / "sun.png")
    desk.qtbot.waitUntil(lambda: len(desk.document.snapshot.main.nodes) == 2)
    assert desk.window.file.path is None


def test_a_picture_without_a_graph_is_told(desk: Desk, tmp_path: Path) -> None:
    drop(desk, tmp_path / "cat.png")
    desk.qtbot.waitUntil(lambda: len(desk.sentences()) == 1)
    assert desk.sentences()[0].startswith("cat.png holds no graph")


def test_starter_graphs_have_names_that_people_know() -> None:
    titles = [starter.title for starter in starters()]
    assert titles[0] == "Text to image"
    assert "ControlNet" in titles


def test_the_menu_offers_the_starter_graphs_as_the_first_page_does(desk: Desk) -> None:
    (menu,) = (
        each for each in desk.window.findChildren(QMenu) if each.title() == "S&tarter graphs"
    )
    menu.popup(QPoint())
    *at_hand, line, more = menu.actions()
    with_models = more.menu()
    assert line.isSeparator()
    assert isinstance(with_models, QMenu)
    texts = [action.text() for action in (*at_hand, *with_models.actions())]
    assert texts == [each.title for each in starters()]
    menu.close()


def test_a_starter_graph_opens_as_the_users_own(desk: Desk) -> None:
    starter = starters()[0].path
    desk.window.files.open_starter(starter)
    assert desk.window.file.path is None
    assert desk.window.file.name == "Text to image"
    assert not desk.window.isWindowModified()


def test_changes_are_kept_when_the_program_must_end(desk: Desk) -> None:
    desk.add("Paint", shade=5)
    kept = desk.window.file.keep_unsaved()
    assert kept is not None
    expected = to_text(desk.document.snapshot, desk.kinds)
    assert kept.read_text(encoding="utf-8") == expected
    desk.document.mark_saved()
    assert desk.window.file.keep_unsaved() is None


def test_size_and_panels_are_as_they_were_left(desk: Desk, tmp_path: Path) -> None:
    desk.window.resize(720, 560)
    desk.window.inspector.parentWidget().hide()
    desk.window.close()
    again = Desk(desk.qtbot, tmp_path)
    try:
        assert again.window.size() == QSize(720, 560)
        assert not again.window.inspector.isVisible()
        assert again.window.viewer.isVisible()
    finally:
        again.close()


def test_a_file_with_the_same_ids_shows_nothing_of_the_run_before(desk: Desk, saved: Path) -> None:
    open_in_place(desk, saved)
    desk.run()
    cards = desk.window.canvas.projection.cards
    desk.qtbot.waitUntil(lambda: all(card.face.preview for card in cards.values()))
    open_in_place(desk, saved)
    faces = [card.face for card in cards.values()]
    assert [(face.look.state, face.preview) for face in faces] == [("idle", None)] * 2
    assert desk.window.viewer.node is None


def test_a_run_that_goes_on_is_stopped_when_another_file_is_opened(desk: Desk, saved: Path) -> None:
    paint = desk.add("Paint", waits=True)
    desk.select(paint)
    desk.window.tab.run([paint])
    desk.qtbot.waitUntil(lambda: desk.state(paint) == "running")
    open_in_place(desk, saved)
    assert not desk.window.runs.is_busy
    desk.run()
    assert {desk.state(node) for node in desk.document.snapshot.main.nodes} == {"done"}


def test_links_in_a_circle_are_told_of_and_can_be_saved_over(desk: Desk, saved: Path) -> None:
    assert desk.window.files.open_path(saved)
    circle = saved.with_name("circle.loom")
    circle.symlink_to(circle)
    assert not desk.window.files.open_path(circle)
    assert "circle.loom" in desk.sentences()[-1]
    assert desk.window.file.save(circle)
    assert circle.read_bytes() == saved.read_bytes()


def test_a_name_that_no_system_can_have_is_told_of(desk: Desk, saved: Path) -> None:
    assert desk.window.files.open_path(saved)
    assert not desk.window.files.open_path(Path("a\0b.loom"))
    assert desk.sentences()
