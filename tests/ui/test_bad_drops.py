"""What is pasted and dropped may be anything: a sentence, and the graph stays as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.canvas.boxes.note_text import LONGEST
from app.ui.viewer.picture_drag import GRAPH_MIME
from tests.ui.toys import Desk

GRAPH = (
    '{"format": 1, "root": "main", "graphs": {"main": {"nodes": {"p": {"type": "loom.Paint"}}}}}'
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def paste(desk: Desk, text: str) -> list[str]:
    """Paste by the key; what was refused."""
    said: list[str] = []
    desk.window.canvas.refused.connect(said.append)
    QGuiApplication.clipboard().setText(text)
    desk.window.canvas.setFocus()
    desk.qtbot.keyClick(
        desk.window.canvas.viewer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
    )
    desk.window.canvas.refused.disconnect(said.append)
    return said


JUNK = {
    "text": "hello",
    "megabytes": "x" * 5_000_000,
    "a megabyte of JSON": '{"a": "' + "x" * 5_000_000 + '"}',
    "deep": "[" * 100_000,
    "empty id": GRAPH.replace('"p"', '""'),
    "no place": GRAPH.replace('"loom.Paint"', '"loom.Paint", "position": [NaN, 1]'),
    "null characters": "\0" * 10,
    **{f"{percent} %": GRAPH[: len(GRAPH) * percent // 100] for percent in range(5, 100, 10)},
}


@pytest.mark.parametrize("name", JUNK)
def test_pasted_junk_is_refused_in_a_sentence(desk: Desk, name: str) -> None:
    said = paste(desk, JUNK[name])
    assert not desk.document.snapshot.main.nodes
    (sentence,) = said
    assert sentence.endswith(".")
    assert len(sentence) < 500


@pytest.mark.parametrize("id", ["x" * 10_000, "\u202e", "\0", "<b>", " ", "\n", "{x}"])
def test_hostile_ids_become_plain_ones(desk: Desk, id: str) -> None:
    text = json.dumps(json.loads(GRAPH)).replace('"p"', json.dumps(id))
    assert paste(desk, text) == []
    (made,) = desk.document.snapshot.main.nodes
    assert made.startswith("paint")


def test_an_id_that_reads_like_a_path_is_refused(desk: Desk) -> None:
    said = paste(desk, GRAPH.replace('"p"', '"../../x"'))
    assert not desk.document.snapshot.main.nodes
    (sentence,) = said
    assert "must be an id without /" in sentence


def test_a_picture_on_the_clipboard_is_no_graph(desk: Desk) -> None:
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    said: list[str] = []
    desk.window.canvas.refused.connect(said.append)
    desk.window.canvas.paste()
    assert said == ["The clipboard holds no graph: copy nodes first."]


def drop(desk: Desk, data: QMimeData) -> None:
    """Drop on the middle of the canvas."""
    canvas = desk.window.tabs
    place = canvas.mapTo(desk.window, canvas.rect().center())
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.window, QDragEnterEvent(QPoint(place), copy, data, left, none))
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(place), copy, data, left, none))


OURS = {
    "no text": b"\xff\xfe junk",
    "half": GRAPH.encode()[:40],
    "twice": GRAPH.encode() * 2,
    "null": b"\0\0",
}


@pytest.mark.parametrize("name", OURS)
def test_damaged_data_of_our_own_kind_is_told(desk: Desk, name: str) -> None:
    data = QMimeData()
    data.setData(GRAPH_MIME, OURS[name])
    drop(desk, data)
    desk.qtbot.waitUntil(lambda: bool(desk.sentences()))
    assert desk.sentences()[0].endswith(".")
    assert desk.window.tabs.count() == 1


def test_folders_pictures_without_end_and_files_that_are_gone_are_told(
    desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "folder.loom").mkdir()
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR\x7f\xff\xff\xff" * 2)
    data = QMimeData()
    names = ("folder.loom", "gone.loom", "bomb.png", "plain")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    drop(desk, data)
    desk.qtbot.waitUntil(lambda: len(desk.sentences()) == 3)
    assert desk.window.tabs.count() == 1


def test_many_files_are_opened_one_by_one(desk: Desk, tmp_path: Path) -> None:
    files = [tmp_path / f"g{number}.loom" for number in range(12)]
    for file in files:
        file.write_text(GRAPH)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    drop(desk, data)
    QApplication.processEvents()
    assert desk.window.tabs.count() < 12
    desk.qtbot.waitUntil(lambda: desk.window.tabs.count() == 12)


def test_a_note_of_megabytes_opens_and_is_painted(desk: Desk, tmp_path: Path) -> None:
    text = "# Head\n[a](file:///etc/passwd) ![b](http://x/y.png) <img src=z>\n" * 150_000
    path = tmp_path / "long.loom"
    notes = {"n": {"text": text}}
    record = {"format": 1, "root": "main", "graphs": {"main": {"notes": notes}}}
    path.write_text(json.dumps(record))
    assert desk.window.files.open_path(path)
    desk.window.canvas.grab()
    assert desk.document.snapshot.main.notes["n"].text == text
    assert len(text) > 100 * LONGEST
