"""Toy nodes that paint without torch, and a window with a real worker behind it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.engine.memories import Memories
from app.engine.services import Models
from app.engine.worker import Worker
from app.graph import edits
from app.graph.document import Socket, Source
from app.graph.editor import Document
from app.graph.kinds import KnownModel
from app.sdk import (
    Colour,
    Context,
    File,
    ModelName,
    Node,
    NodeError,
    Picture,
    Seed,
    Size,
    param,
    socket,
)
from app.sdk.registry import Registry
from app.ui.bridge import Bridge
from app.ui.files.commands import Answer
from app.ui.settings.remembered import Remembered
from app.ui.window import MainWindow
from tests.toys import NoDevice


@dataclass(frozen=True)
class Image:
    """A batch of grey pictures that needs no torch; ``shades`` are 0 to 255."""

    size: int
    shades: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.shades)

    def picture(self, index: int = 0) -> Picture:
        return grey(self.size, self.shades[index])

    def describe(self) -> str:
        return f"{len(self)} image, {self.size} x {self.size}"


def grey(size: int, shade: int) -> Picture:
    """A square picture of one shade."""
    return Picture(size, size, bytes([shade]) * (size * size * 3))


NO_MEMORIES = Memories()

GATE = threading.Event()
"""A Paint node with ``waits`` works until this is set, or until it is stopped."""


class Paint(Node):
    """Paint a batch in shades of grey."""

    shade: int = param(default=100, low=0, high=255, tip="How light the first one is.")
    count: int = param(default=1, low=1, high=4, tip="How many.")
    waits: bool = param(default=False, tip="Wait for the gate.")

    def run(self, ctx: Context) -> Image:
        ctx.progress(1, 4, grey(2, 7))
        while self.waits and not GATE.wait(0.01):
            ctx.check()
        return Image(8, tuple(self.shade + index for index in range(self.count)))


class Refuse(Node):
    """Never work."""

    image: Image | None = socket("Anything.")

    def run(self, ctx: Context) -> Image:
        raise NodeError("There is no paint left: buy some.")


class Hang(Node):
    """Show a picture on the wall."""

    is_target = True

    image: Image = socket("What to hang.")

    def run(self, ctx: Context) -> None:
        return None


class Everything(Node):
    """Has every kind of parameter."""

    whole: int = param(default=3, low=0, high=10, unit="px", tip="A whole number.")
    number: float = param(default=0.5, low=0.0, high=1.0, step=0.05, tip="A number.")
    yes: bool = param(default=False, tip="Yes or no.")
    word: Literal["one", "two"] = param(default="one", tip="A choice.")
    line: str = param(default="", tip="A line.")
    prose: str = param(default="", many_lines=True, tip="A text.")
    file: File = param(default="", tip="A file.")
    seed: Seed = param(default=0, tip="A seed.")
    colour: Colour = param(default="#102030", tip="A colour.")
    size: Size = param(default=(64, 32), low=8, high=4096, tip="A size.")
    model: ModelName = param(default="pocket", model_kind="checkpoint", tip="A model.")

    def run(self, ctx: Context) -> Image:
        return Image(8, (self.whole,))


class Sketch(Node):
    """Work on a number, and show how far it is as a shade of grey."""

    is_target = True

    shade: int = param(default=100, low=0, high=255, tip="What is seen.")

    def run(self, ctx: Context) -> int:
        ctx.progress(1, 1, grey(2, self.shade))
        return self.shade


class Count(Node):
    """Count to four."""

    def run(self, ctx: Context) -> int:
        return 4


class TwoModels:
    """A shelf with two names on it."""

    def names(self, kind: str) -> tuple[str, ...]:
        return ("large", "pocket")

    def model(self, kind: str, name: str) -> KnownModel | None:
        return None

    def look_again(self) -> None:
        """Nothing more will come."""

    def find(self, kind: str, name: str) -> Path:
        raise NodeError("There is nothing behind the names.")


class Desk:
    """A window on toy nodes with a real worker, and a pair of hands."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        memories: Memories = NO_MEMORIES,
        models: Models | None = None,
    ) -> None:
        self.qtbot = qtbot
        models = models or TwoModels()
        self.kinds = Registry()
        for cls in (Paint, Refuse, Hang, Sketch, Count, Everything):
            self.kinds.add(cls)
        self.bridge = Bridge()
        pictures, budget = folder / "pictures", 2**20
        self.worker = Worker(
            self.kinds, NoDevice, models, self.bridge.post, pictures, budget, memories
        )
        self.remembered = Remembered(folder / "settings")
        self.texts_in_pictures: dict[str, str] = {}
        self.window = MainWindow(
            self.kinds,
            self.worker,
            models,
            self.remembered,
            lambda path: self.texts_in_pictures.get(path.name),
        )
        self.bridge.arrived.connect(self.window.handle)
        self.answers: list[Answer] = []
        self.window.files.ask = lambda _parent, _name: self.answers.pop(0)
        with qtbot.waitActive(self.window):  # else keys would reach nothing
            self.window.show()

    @property
    def document(self) -> Document:
        """The document that is seen."""
        return self.window.document

    def add(self, name: str, **parameters: object) -> str:
        """Put a node on the canvas; its id."""
        place = (260.0 * len(self.document.snapshot.main.nodes), 0.0)
        change = edits.add_node(
            self.document.snapshot, self.kinds, f"loom.{name}", place, parameters=parameters
        )
        self.document.apply(change)
        return change.added_nodes[0]

    def wire(self, source: Source | str, socket: Socket | str) -> None:
        """Draw a wire; a node alone stands for its picture."""
        source = source if isinstance(source, Source) else Source(source, "image")
        socket = socket if isinstance(socket, Socket) else Socket(socket, "image")
        self.document.apply(edits.connect(self.document.snapshot, self.kinds, source, socket))

    def picture_on_the_wall(self, **parameters: object) -> tuple[str, str]:
        """The shortest graph with a picture: its two nodes."""
        paint, wall = self.add("Paint", **parameters), self.add("Hang")
        self.wire(paint, wall)
        return paint, wall

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier
    ) -> None:
        """Press a key in the window, wherever the focus is."""
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def run(self) -> None:
        """Run the graph by its key and wait for the end."""
        with self.qtbot.waitSignal(self.window.runs.ended):
            self.key(Qt.Key.Key_Return)

    def state(self, node: str) -> str:
        """How a node looks."""
        return self.window.runs.look_of(node).state

    def select(self, *nodes: str) -> None:
        """Select nodes on the canvas."""
        self.window.canvas.select(nodes)

    def field(self, name: str) -> QWidget:
        """The inspector's field for a parameter."""
        panel = self.window.inspector.panel
        assert panel is not None
        field: QWidget = panel.rows[name].editor.field  # type: ignore[attr-defined]
        return field

    def sentences(self) -> Sequence[str]:
        """What the problems list says."""
        return [problem.sentence for problem in self.window.problems.all()]

    def close(self) -> None:
        """Close the window as it is, and end the worker."""
        GATE.set()
        for tab in self.window.tabs.all():
            tab.document.mark_saved()
        self.window.close()
        self.worker.close()
        GATE.clear()
