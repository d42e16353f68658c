"""A graph from elsewhere reads nothing of the user's before he was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.allowed import KnownPlaces
from app.graph import edits
from app.graph.clipboard import paste
from app.graph.document import Snapshot, Socket, Source
from app.graph.file import to_text
from app.graph.operations import apply_all
from app.graph.outside import OutsidePlace, outside_places
from app.graph.spec import Plain
from app.graph.types import ValueType
from app.sdk import Context, File, Node, param
from app.sdk.registry import Registry
from app.ui.files.open_file import ReadGraph
from app.ui.trust.abroad import Abroad, asker, listed
from app.ui.trust.careful_kinds import CarefulKinds, may_look
from tests.ui.toys import Desk

SEEN: list[str] = []


class Peek(Node):
    """Look into a file while nothing runs, as some nodes do to know their types."""

    is_target = True

    path: File = param(default="", tip="The file.")

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        SEEN.append(str(parameters.get("path", "")))
        return {}

    def run(self, ctx: Context) -> str:
        SEEN.append(self.path)
        return self.path


class Asked:
    """Answers for the user, and remembers what he was asked."""

    def __init__(self, *answers: bool) -> None:
        self.answers = list(answers)
        self.places: list[list[str]] = []

    def __call__(self, name: str, places: Sequence[OutsidePlace]) -> bool:
        self.places.append([place.text for place in places])
        return self.answers.pop(0)


@pytest.fixture(autouse=True)
def nothing_seen() -> None:
    SEEN.clear()


def foreign(kinds: Registry, path: str) -> Snapshot:
    """A graph that names a file."""
    if kinds.spec("loom.Peek") is None:
        kinds.add(Peek)
    change = edits.add_node(Snapshot(), kinds, "loom.Peek", (0, 0), parameters={"path": path})
    return apply_all(Snapshot(), change.operations)[0]


def guard(desk: Desk, folder: Path, ask: Asked) -> KnownPlaces:
    """Let the graph that is seen be watched as in the real program."""
    places = KnownPlaces(folder)
    desk.window.tab.abroad = Abroad(desk.window.tab.kinds, places, ask)
    return places


def test_a_graph_from_elsewhere_asks_before_it_runs(desk: Desk, tmp_path: Path) -> None:
    ask = Asked(True)
    guard(desk, tmp_path, ask)
    desk.window.file.take(ReadGraph(foreign(desk.kinds, "/etc/hostname"), None, "theirs"))
    desk.run()
    assert ask.places == [["/etc/hostname"]]
    desk.run()
    assert len(ask.places) == 1


def test_a_no_is_told_as_a_problem_that_can_ask_again(desk: Desk, tmp_path: Path) -> None:
    ask = Asked(False, True)
    guard(desk, tmp_path, ask)
    desk.window.file.take(ReadGraph(foreign(desk.kinds, "/etc/hostname"), None, "theirs"))
    SEEN.clear()
    desk.window.tab.run()
    desk.window.tab.run()
    assert len(ask.places) == 1
    assert "/etc/hostname" not in SEEN
    (problem,) = desk.window.tab.problems.all()
    assert "was not run" in problem.sentence
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        problem.remedies[0].do()
    assert "/etc/hostname" in SEEN


def test_the_forecast_looks_at_nothing_that_was_not_allowed(desk: Desk, tmp_path: Path) -> None:
    guard(desk, tmp_path, Asked())
    desk.window.file.take(ReadGraph(foreign(desk.kinds, "/etc/hostname"), None, "theirs"))
    cost = desk.window.running.cost
    cost._ask()
    assert cost.forecast is None
    assert cost._ticket == -1


def test_the_answer_is_remembered_for_the_same_places_only(desk: Desk, tmp_path: Path) -> None:
    guard(desk, tmp_path, Asked(True))
    snapshot = foreign(desk.kinds, "/etc/hostname")
    assert desk.window.tab.abroad.may_run(snapshot, "theirs")
    ask = Asked(False)
    guard(desk, tmp_path, ask)  # as at the next start
    assert desk.window.tab.abroad.may_run(snapshot, "theirs")
    assert not desk.window.tab.abroad.may_run(foreign(desk.kinds, "/etc/shadow"), "theirs")
    assert ask.places == [["/etc/shadow"]]
    assert "hostname" not in (tmp_path / "known-places.json").read_text("utf-8")


def test_what_the_user_chooses_himself_is_not_asked_about(desk: Desk, tmp_path: Path) -> None:
    ask = Asked()
    guard(desk, tmp_path, ask)
    desk.kinds.add(Peek)
    node = desk.add("Peek")
    change = edits.set_parameter(desk.document.snapshot, desk.kinds, node, "path", "/mine.png")
    desk.document.apply(change)
    desk.run()
    assert ask.places == []


def test_what_was_pasted_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    ask = Asked(False)
    guard(desk, tmp_path, ask)
    text = to_text(foreign(desk.kinds, "/etc/hostname"), desk.kinds)
    desk.document.apply(paste(desk.document.snapshot, desk.kinds, text, (0, 0)))
    desk.window.tab.run()
    assert ask.places == [["/etc/hostname"]]


def test_kinds_are_not_asked_about_files_that_nobody_allowed(tmp_path: Path) -> None:
    registry, places = Registry(), KnownPlaces(tmp_path)
    registry.add(Peek)
    careful = CarefulKinds(registry, places)
    careful.describe("loom.Peek", {"path": "/etc/hostname"}, {})
    assert SEEN == [""]
    assert not may_look(careful, "/etc/hostname")
    places.add(["/etc/hostname"])
    careful.describe("loom.Peek", {"path": "/etc/hostname"}, {})
    careful.describe("loom.Peek", {"path": "inside.png"}, {})
    assert SEEN == ["", "/etc/hostname", "inside.png"]
    assert may_look(careful, "/etc/hostname")


def test_the_question_names_the_places_and_says_no_by_itself(desk: Desk) -> None:
    seen: list[str] = []

    def press_escape() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text() + box.informativeText())
        box.reject()

    QTimer.singleShot(0, press_escape)
    places = outside_places(foreign(desk.kinds, "/etc/hostname"), desk.kinds)
    assert not asker(desk.window)("theirs", places)
    assert "theirs" in seen[0]
    assert "Peek: /etc/hostname" in seen[0]


def test_a_place_cannot_hide_in_the_question(desk: Desk) -> None:
    long = "/home/" + "a" * 500 + "/secret.png"
    turned = "/a\u202egnp.x\n\n\nharmless"
    text = listed(
        [
            *outside_places(foreign(desk.kinds, long), desk.kinds),
            *outside_places(foreign(desk.kinds, turned), desk.kinds),
        ]
    )
    assert text.count("\n") == 1
    assert "secret.png" in text
    assert "\u202e" not in text


def test_what_was_pasted_with_its_wire_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    ask = Asked(False, True)
    guard(desk, tmp_path, ask)
    snapshot = foreign(desk.kinds, "inside.png")
    (one,) = snapshot.main.nodes
    change = edits.add_node(snapshot, desk.kinds, "loom.Peek", (300, 0))
    (two,) = change.added_nodes
    snapshot = apply_all(snapshot, change.operations)[0]
    output = Peek.spec.outputs[0].name
    wire = edits.connect(snapshot, desk.kinds, Source(one, output), Socket(two, "path"))
    text = to_text(apply_all(snapshot, wire.operations)[0], desk.kinds)
    desk.document.apply(paste(desk.document.snapshot, desk.kinds, text, (0, 0)))
    abroad = desk.window.tab.abroad
    assert not abroad.may_run(desk.document.snapshot, "pasted")
    abroad.ask_about(abroad.held(desk.document.snapshot), "pasted")
    assert abroad.may_run(desk.document.snapshot, "pasted")
    assert len(ask.places) == 2
