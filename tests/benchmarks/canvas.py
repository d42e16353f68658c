"""What the canvas costs the screen's thread: python -m tests.benchmarks.canvas [cards ...]

Graphs of the program's own kinds of nodes, with nearly two wires a card and a picture on every
eighth one, in a window of 1280 x 800 without a screen. Prints the CPU time of a frame, median and
95th percentile, while the view is moved and zoomed, a node reports progress, a node is dragged and
a wire is dragged; and of the first frame after a document was given. "crisp" is the picture that
is drawn anew once a zoom has come to rest. Aims for 500 cards: below 16 ms at 1:1, below 33 ms
with all in view, opened within 1 s.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.graph.spec import NodeSpec
from app.graph.types import fits
from app.start import make_program
from app.ui import theme
from app.ui.canvas.cards.items import Card
from app.ui.canvas.look import Look
from app.ui.canvas.view import Canvas

SIZES = (50, 200, 500, 1000)
FRAMES = 60
WINDOW = (1280, 800)
KINDS = (
    "loom.LoadModel",
    "loom.TextEncoder",
    "loom.TextEncoder",
    "loom.EmptyLatent",
    "loom.Sampler",
    "loom.VAEDecode",
    "loom.Resize",
    "loom.Canny",
    "loom.ControlNet",
    "loom.Blend",
    "loom.MaskFromImage",
    "loom.LatentMask",
    "loom.VAEEncode",
    "loom.PromptSchedule",
    "loom.LoadControlNet",
    "loom.ModelSchedule",
    "loom.Blend",
    "loom.Sampler",
    "loom.LatentMask",
    "loom.VAEDecode",
    "loom.SaveImage",
)
SPACING = (400.0, 560.0)
PICTURE_EACH = 8


def make_graph(count: int, kinds: Kinds) -> Graph:
    """So many nodes in rows, each fed by nodes before it."""
    chance = random.Random(count)
    columns = max(4, round((count * 1.9) ** 0.5))
    nodes: dict[str, Node] = {}
    wires: dict[Socket, tuple[Source, ...]] = {}
    offers: list[Source] = []
    specs = [spec for type in KINDS if (spec := kinds.spec(type)) is not None]
    for number in range(count):
        spec, key = specs[number % len(specs)], f"n{number}"
        place = (SPACING[0] * (number % columns), SPACING[1] * (number // columns))
        nodes[key] = Node(key, spec.type, parameters=dict(spec.defaults), position=place)
        for socket in spec.inputs:
            near = [s for s in offers[-48:] if _suits(nodes[s.node], s, spec, socket.name, kinds)]
            if near:
                wires[Socket(key, socket.name)] = (chance.choice(near),)
        offers += [Source(key, output.name) for output in spec.outputs]
    return Graph(nodes=nodes, wires=wires)


def _suits(node: Node, source: Source, spec: NodeSpec, socket: str, kinds: Kinds) -> bool:
    """Whether an output of a node may feed a socket."""
    given, taken = kinds.spec(node.type), spec.input_type(socket)
    return bool(given and taken and fits(given.outputs_by_name[source.output].type, taken))


class Desk:
    """A canvas in a window, and the hands that use it."""

    def __init__(self, count: int, kinds: Kinds) -> None:
        snapshot = Snapshot({ROOT: make_graph(count, kinds)})
        gc.collect()
        began = time.process_time()
        self.canvas = Canvas(Document(snapshot), kinds)
        self.canvas.resize(*WINDOW)
        self.canvas.show()
        settle()
        self.opened = 1000 * (time.process_time() - began)
        self.viewer = self.canvas.viewer
        self.cards: Sequence[Card] = list(self.canvas.projection.cards.values())
        for number, card in enumerate(self.cards[::PICTURE_EACH]):
            picture = QImage(384, 256, QImage.Format.Format_RGB32)
            picture.fill(QColor.fromHsl(37 * number % 360, 90, 120))
            self.canvas.set_preview(card.id, picture)
        settle()

    def near(self) -> None:
        """Look at the middle of the graph at 1:1."""
        self.canvas.viewer.show_part(self._middle(), 1.0)
        wait_for_rest()

    def all(self) -> None:
        """Look at the whole graph."""
        self.canvas.fit_all()
        wait_for_rest()

    def _middle(self) -> QPointF:
        card = self.cards[len(self.cards) // 2]
        return card.pos() - QPointF(WINDOW[0] / 3, WINDOW[1] / 3)

    def mouse(self, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton) -> None:
        """Send an event as the window system would."""
        viewport = self.viewer.viewport()
        pressed = kind == QEvent.Type.MouseButtonPress
        event = QMouseEvent(
            kind,
            place,
            QPointF(viewport.mapToGlobal(place.toPoint())),
            button if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton,
            button if pressed or kind == QEvent.Type.MouseMove else Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)

    def drag(self, start: QPointF) -> Iterator[Callable[[], None]]:
        """Press, then one move a frame along a circle, then put everything back."""
        self.mouse(QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
        for frame in range(FRAMES):
            place = start + QPointF(10 + 4.0 * (frame % 30), 6 + 3.0 * (frame % 20))
            yield partial(self.mouse, QEvent.Type.MouseMove, place, Qt.MouseButton.LeftButton)
        self.canvas.cancel()


def settle() -> None:
    """Let everything be drawn that waits for it."""
    for _ in range(3):
        QApplication.processEvents()


def wait_for_rest() -> None:
    """Let everything be drawn, and what is drawn only after a moment."""
    settle()
    time.sleep(0.12)
    settle()


def pans(desk: Desk) -> Iterator[Callable[[], None]]:
    """Move the view to and fro."""
    for frame in range(FRAMES):
        way = QPointF(9, 5) if frame % 40 < 20 else QPointF(-9, -5)
        yield partial(desk.viewer.pan_by, way)


def zooms(desk: Desk) -> Iterator[Callable[[], None]]:
    """Turn the wheel to and fro."""
    for frame in range(FRAMES):
        factor = 1.04 if 10 <= frame % 40 < 30 else 1 / 1.04
        yield partial(desk.viewer.zoom_by, factor, QPointF(500, 300))


def rests(desk: Desk) -> Iterator[Callable[[], None]]:
    """The picture that is drawn after a zoom."""
    for frame in range(FRAMES // 4):
        desk.viewer.zoom_by(1.04 if frame % 2 else 1 / 1.04, QPointF(500, 300))
        settle()
        time.sleep(0.12)
        yield partial(finish, desk)


def finish(desk: Desk) -> None:
    """Let the crisp picture become whole, turn by turn."""
    settle()
    while not desk.viewer.resting:
        QApplication.processEvents()


def ticks(desk: Desk) -> Iterator[Callable[[], None]]:
    """A node comes forward."""
    card = desk.cards[len(desk.cards) // 2]
    for frame in range(FRAMES):
        look = Look("running", frame, FRAMES, note=f"step {frame} of {FRAMES}")
        yield partial(desk.canvas.set_look, card.id, look)
    desk.canvas.set_look(card.id, Look())


def node_drag(desk: Desk) -> Iterator[Callable[[], None]]:
    """A node is dragged by its header."""
    card = desk.cards[len(desk.cards) // 2]
    at = card.mapToScene(QPointF(card.layout.width / 2, 16))
    return desk.drag(
        desk.viewer.to_view(card.mapRectToScene(card.layout.card)).topLeft()
        + QPointF((at.x() - card.x()) * desk.viewer.zoom, 16 * desk.viewer.zoom)
    )


def wire_drag(desk: Desk) -> Iterator[Callable[[], None]]:
    """A wire is drawn from an output."""
    middle = len(desk.cards) // 2
    card = next(c for c in desk.cards[middle:] if any(side == "out" for side, _ in c.ports))
    port = next(port for (side, _), port in card.ports.items() if side == "out")
    corner = desk.viewer.shown.topLeft()
    return desk.drag((port.scenePos() - corner) * desk.viewer.zoom)


def measure(frames: Iterator[Callable[[], None]]) -> list[float]:
    """CPU milliseconds of each frame, from what happens to what is drawn."""
    found = []
    for act in frames:
        began = time.process_time()
        act()
        settle()
        found.append(1000 * (time.process_time() - began))
    return found


CASES: Sequence[tuple[str, Callable[[Desk], None], Callable[[Desk], Iterator[Callable[[], None]]]]]
CASES = (
    ("pan, 1:1", Desk.near, pans),
    ("zoom, 1:1", Desk.near, zooms),
    ("crisp after a zoom, 1:1", Desk.near, rests),
    ("progress, 1:1", Desk.near, ticks),
    ("drag a node, 1:1", Desk.near, node_drag),
    ("drag a wire, 1:1", Desk.near, wire_drag),
    ("pan, all in view", Desk.all, pans),
    ("zoom, all in view", Desk.all, zooms),
    ("crisp after a zoom, all in view", Desk.all, rests),
    ("progress, all in view", Desk.all, ticks),
    ("drag a node, all in view", Desk.all, node_drag),
    ("drag a wire, all in view", Desk.all, wire_drag),
)


def main(sizes: Sequence[int]) -> None:
    """Measure each size and print one line for each thing done."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    theme.apply_theme(application)
    kinds = make_program().kinds
    for count in sizes:
        desk = Desk(count, kinds)
        wires = len(desk.canvas.projection.wires)
        sys.stdout.write(f"{count} cards, {wires} wires; CPU ms, median and 95th percentile\n")
        sys.stdout.write(f"  {'opened':32} {desk.opened:8.1f}\n")
        for name, look, frames in CASES:
            look(desk)
            found = sorted(measure(frames(desk)))
            worst = found[round(0.95 * (len(found) - 1))]
            sys.stdout.write(f"  {name:32} {statistics.median(found):8.1f} {worst:8.1f}\n")
        sys.stdout.flush()
        desk.canvas.close()


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or SIZES)
