"""What runs is deleted, undone or closed, and strangers' nodes misbehave: the window lives on."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.graph import edits
from app.sdk import Context, Node, Picture, param, socket
from app.ui.files.commands import Answer
from tests.ui.toys import GATE, Desk, grey

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def begin(desk: Desk) -> tuple[str, str]:
    """A run that waits at its first node; the nodes."""
    nodes = desk.picture_on_the_wall(waits=True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.state(nodes[0]) == "running")
    return nodes


def end(desk: Desk) -> None:
    """Let the node that waits go on, and wait for the end of the run."""
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        GATE.set()


def test_the_node_that_runs_can_be_deleted_and_brought_back(desk: Desk) -> None:
    paint, wall = begin(desk)
    desk.select(paint)
    desk.window.canvas.viewer.setFocus()
    desk.key(Qt.Key.Key_Delete, PLAIN)
    assert paint not in desk.document.snapshot.main.nodes
    end(desk)
    desk.key(Qt.Key.Key_Z)
    assert paint in desk.document.snapshot.main.nodes
    desk.run()
    assert {desk.state(paint), desk.state(wall)} <= {"done", "cached"}
    assert desk.sentences() == []


def test_all_that_runs_can_be_undone_and_redone_meanwhile(desk: Desk) -> None:
    paint, wall = begin(desk)
    for _ in range(3):
        desk.key(Qt.Key.Key_Z)
    assert not desk.document.snapshot.main.nodes
    desk.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    end(desk)
    while desk.document.can_redo:
        desk.document.redo()
    desk.run()
    assert {desk.state(paint), desk.state(wall)} <= {"done", "cached"}


def test_a_tab_can_be_closed_while_its_graph_runs(desk: Desk) -> None:
    begin(desk)
    tab = desk.window.tab
    desk.key(Qt.Key.Key_N)
    other = desk.window.tab
    assert other is not tab
    desk.answers = [Answer.DISCARD]
    desk.window.files.close_tab(tab)
    assert desk.window.tabs.all() == [other]
    GATE.set()
    paint, wall = desk.picture_on_the_wall()
    desk.run()
    assert (desk.state(paint), desk.state(wall)) == ("done", "done")


def test_the_window_can_be_closed_while_a_graph_runs(desk: Desk) -> None:
    begin(desk)
    desk.document.mark_saved()
    began = time.monotonic()
    assert desk.window.close()
    desk.worker.close()
    assert time.monotonic() - began < 5
    assert not any(t.name == "engine" and t.is_alive() for t in threading.enumerate())


def test_another_graph_in_the_place_of_the_one_that_runs_is_not_given_its_results(
    desk: Desk,
) -> None:
    begin(desk)
    other = desk.document.snapshot
    change = edits.remove_nodes(other, list(other.main.nodes))
    desk.document.apply(change)
    sketch = desk.add("Sketch")
    end(desk)
    assert desk.state(sketch) == "idle"
    desk.run()
    assert desk.state(sketch) == "done"


class OwnBase(BaseException):
    """Neither an Exception nor one of Python's own ways out."""


@pytest.mark.parametrize("method", ["check", "describe", "needs", "run"])
@pytest.mark.parametrize(
    "kind",
    [
        SystemExit,
        *(
            pytest.param(each, marks=pytest.mark.heavy)
            for each in (GeneratorExit, OwnBase, RecursionError)
        ),
    ],
)
def test_a_kind_that_leaves_instead_of_answering_closes_no_window(
    desk: Desk, method: str, kind: type[BaseException]
) -> None:
    class Rude(Node):
        """Leave wherever it is asked anything."""

        is_target = True

        size: int = param(default=1, low=0, high=9, tip="A number.")

        def run(self, ctx: Context) -> int:
            return self.size

    def leave(*given: Any, **named: Any) -> Any:
        raise kind("away")

    setattr(Rude, method, leave if method == "run" else classmethod(leave))
    desk.kinds.add(Rude)
    rude = desk.add("Rude")
    desk.select(rude)
    change = edits.set_parameter(desk.document.snapshot, desk.kinds, rude, "size", 3)
    desk.document.apply(change)
    desk.run()
    assert len(desk.sentences()) == (method == "run")
    paint, _ = desk.picture_on_the_wall()
    desk.run()
    assert desk.state(paint) == "done"


@dataclass(frozen=True)
class Image:
    """Pictures that are none: whoever shows them meets what ``how`` says."""

    how: str

    def __len__(self) -> int:
        return 1

    def picture(self, index: int = 0) -> Any:
        if self.how == "raises":
            raise RuntimeError("no picture")
        if self.how == "nothing":
            return None
        if self.how == "short":
            return _Short()
        return Picture(2, 2, bytes(12))


class _Short:
    """Says that it is large, and has hardly a byte."""

    width = height = 4000
    rgb = b"123"


@pytest.mark.parametrize("how", ["raises", "nothing", "short"])
def test_a_picture_that_is_none_is_not_shown_and_does_no_harm(
    desk: Desk, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    class Painter(Node):
        """Give a picture that is none."""

        is_target = True

        def run(self, ctx: Context) -> Image:
            ctx.progress(1, 2, grey(2, 3))
            return Image(how)

    desk.kinds.add(Painter)
    node = desk.add("Painter")
    desk.select(node)
    desk.run()
    assert desk.state(node) == "done"
    desk.qtbot.waitUntil(lambda: "cannot be shown" in caplog.text)
    paint, _ = desk.picture_on_the_wall(shade=33)
    desk.run()
    desk.select(paint)
    view = desk.window.viewer.view
    desk.qtbot.waitUntil(lambda: view.image().pixelColor(0, 0).red() == 33)


def test_odd_progress_of_a_node_moves_no_bar_out_of_its_bounds(desk: Desk) -> None:
    class Runner(Node):
        """Tell of more than there is."""

        is_target = True

        image: int | None = socket("Anything.")

        def run(self, ctx: Context) -> int:
            for step, total in ((10**30, 10**30), (-7, 3), (5, 0), (9, 3)):
                ctx.progress(step, total)
            return 1

    desk.kinds.add(Runner)
    node = desk.add("Runner")
    desk.run()
    assert desk.state(node) == "done"
