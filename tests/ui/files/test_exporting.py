"""A graph for others: without what its user wrote or keeps."""

from __future__ import annotations

from pathlib import Path

from app.graph.file import open_file
from app.ui.files.exporting import export_private
from tests.ui.toys import Desk


def test_the_copy_holds_no_words_and_the_graph_keeps_them(desk: Desk, tmp_path: Path) -> None:
    node = desk.add("Everything", prose="a secret castle", file="/home/anna/castle.png", whole=7)
    told: list[str] = []
    desk.window.tab.told.connect(told.append)
    export_private(desk.window.tab, desk.window, lambda _parent, _offered: str(tmp_path / "out"))
    path = tmp_path / "out.loom"
    assert b"castle" not in path.read_bytes()
    copy = open_file(path, desk.kinds).snapshot.main.nodes[node]
    assert copy.parameters["whole"] == 7
    assert desk.document.snapshot.main.nodes[node].parameters["prose"] == "a secret castle"
    assert desk.window.tab.file.path is None
    assert "out.loom" in told[-1]


def test_giving_up_or_a_full_disk_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.add("Everything")
    told: list[str] = []
    desk.window.tab.told.connect(told.append)
    export_private(desk.window.tab, desk.window, lambda _parent, _offered: "")
    assert told == []
    gone = tmp_path / "gone" / "out.loom"
    export_private(desk.window.tab, desk.window, lambda _parent, _offered: str(gone))
    assert "cannot be written" in told[-1]
    assert not list(tmp_path.glob("*.loom"))
