"""Toy kinds of nodes, and hands that use the canvas as a person does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.graph import edits
from app.graph.document import Graph, Socket, Source, Wire
from app.graph.editor import Document
from app.graph.kinds import KnownModel
from app.graph.spec import (
    NodeSpec,
    OutputSpec,
    ParameterKind,
    ParameterSpec,
    Plain,
    SocketSpec,
)
from app.graph.types import ValueType
from app.ui.canvas.cards.items import Card, Port
from app.ui.canvas.projection import ends_of
from app.ui.canvas.view import Canvas

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


def _socket(name: str, type: str, **more: bool) -> SocketSpec:
    return SocketSpec(name, ValueType(type), f"The {name}.", **more)


def _output(name: str, type: str) -> OutputSpec:
    return OutputSpec(name, ValueType(type), f"The {name}.")


SPECS = (
    NodeSpec(
        "toy.Picture",
        "Picture",
        "Image",
        "Draw a picture.",
        parameters=(
            ParameterSpec("size", ParameterKind.SIZE, [64, 64], "Its size.", low=8, high=512),
            ParameterSpec("seed", ParameterKind.SEED, 1, "Its start.", low=0, high=2**63 - 1),
            ParameterSpec("title", ParameterKind.TEXT, "a hill", "Its title."),
        ),
        outputs=(_output("image", "Image"),),
        aliases=("drawing",),
    ),
    NodeSpec(
        "toy.Blur",
        "Blur",
        "Image/Filter",
        "Make a picture soft.",
        inputs=(_socket("image", "Image"),),
        parameters=(
            ParameterSpec("radius", ParameterKind.INTEGER, 5, "How soft.", low=0, high=50),
            ParameterSpec("wrap", ParameterKind.BOOLEAN, False, "Around the edge."),
            ParameterSpec("mode", ParameterKind.CHOICE, "box", "How.", choices=("box", "bell")),
        ),
        outputs=(_output("image", "Image"),),
    ),
    NodeSpec(
        "toy.Stack",
        "Stack",
        "Image",
        "Lay pictures over one another.",
        inputs=(_socket("images", "Image", variadic=True),),
        outputs=(_output("image", "Image"),),
    ),
    NodeSpec(
        "toy.Prompt",
        "Prompt",
        "Text",
        "Words for a picture.",
        parameters=(
            ParameterSpec("text", ParameterKind.TEXT, "", "The words.", many_lines=True),
            ParameterSpec("colour", ParameterKind.COLOUR, "#7aa2ff", "A colour."),
            ParameterSpec("weight", ParameterKind.FLOAT, 1.0, "How much.", low=0, high=2, step=0.1),
            ParameterSpec("model", ParameterKind.MODEL, "tiny", "Which.", model_kind="toy"),
            ParameterSpec("file", ParameterKind.FILE, "", "Where.", suffixes=(".txt",)),
        ),
        outputs=(_output("text", "Text"),),
    ),
    NodeSpec(
        "toy.Noise",
        "Noise",
        "Image",
        "Make noise.",
        parameters=(
            ParameterSpec("amount", ParameterKind.INTEGER, 1, "How much.", low=0, high=9),
            ParameterSpec("grain", ParameterKind.INTEGER, 1, "How coarse.", advanced=True),
            ParameterSpec("tint", ParameterKind.INTEGER, 0, "Its tint.", advanced=True),
        ),
        outputs=(_output("image", "Image"),),
    ),
    NodeSpec(
        "toy.Number",
        "Number",
        "Values",
        "A whole number.",
        parameters=(ParameterSpec("value", ParameterKind.INTEGER, 3, "It.", low=0, high=9),),
        outputs=(_output("value", "Integer"),),
    ),
)


class ToyKinds:
    """The toy kinds, as a registry would know them."""

    def specs(self) -> tuple[NodeSpec, ...]:
        return SPECS

    def spec(self, type: str) -> NodeSpec | None:
        return next((spec for spec in SPECS if spec.type == type), None)

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        return {}

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        return None

    def model(self, kind: str, name: str) -> KnownModel | None:
        return None

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        return {}

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        return None

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        return parameters

    def reads(self, type: str, parameters: Mapping[str, Plain]) -> tuple[str, ...]:
        return ()


class ToyModels:
    """Two models that can be chosen."""

    def names(self, kind: str) -> tuple[str, ...]:
        return ("large", "tiny") if kind == "toy" else ()

    def model(self, kind: str, name: str) -> KnownModel | None:
        return None

    def look_again(self) -> None:
        """Nothing more will come."""


def check_canvas(canvas: Canvas) -> None:
    """The canvas shows exactly what the document holds."""
    graph = canvas.graph
    assert canvas.projection.cards.keys() == graph.nodes.keys()
    in_scene = {item for item in canvas.viewer.scene().items() if isinstance(item, Card)}
    assert in_scene == set(canvas.projection.cards.values())
    for key, card in canvas.projection.cards.items():
        assert (card.x(), card.y()) == graph.nodes[key].position
        assert card.face.content.node is graph.nodes[key]
        assert not card.face.shown
    boxes = {**graph.frames, **graph.notes}
    assert canvas.boxes.shown.keys() == boxes.keys()
    for key, box in canvas.boxes.shown.items():
        assert box.content is boxes[key]
        assert box.area.getRect() == boxes[key].rectangle
    drawn = canvas.viewer.all_pipes()
    assert len(drawn) == len(canvas.projection.wires), drawn
    wires = list(graph.each_wire())
    assert len(canvas.projection.wires) == len(wires), (wires, canvas.projection.wires.keys())
    assert canvas.projection.wires.keys() == ends_of(graph).keys()
    for ends, wire in canvas.projection.wires.items():
        start, end = wire.output_port, wire.input_port
        assert isinstance(start, Port)
        assert isinstance(end, Port)
        assert wire.isVisible()
        assert (start.card.id, start.name) == ends.source
        assert (end.card.id, end.name) == ends.socket
        assert wire.path().pointAtPercent(0) == start.scenePos()


class Hand:
    """Uses a canvas by mouse and keyboard, and looks at its document."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.document: Document = canvas.document
        self.refusals: list[str] = []
        canvas.refused.connect(self.refusals.append)

    @property
    def graph(self) -> Graph:
        """The graph that is seen."""
        return self.canvas.graph

    @property
    def wires(self) -> set[Wire]:
        return set(self.graph.each_wire())

    def add(self, name: str, x: float = 0.0, y: float = 0.0) -> str:
        """Put a node into the document without the mouse."""
        snapshot = self.document.snapshot
        change = edits.add_node(snapshot, ToyKinds(), f"toy.{name}", (x, y))
        self.document.apply(change)
        return change.added_nodes[0]

    def wire(self, source: tuple[str, str], socket: tuple[str, str]) -> None:
        """Draw a wire in the document without the mouse."""
        change = edits.connect(self.document.snapshot, ToyKinds(), Source(*source), Socket(*socket))
        self.document.apply(change)

    def place(self, scene: QPointF) -> QPoint:
        """Where a place of the canvas lies in the viewport."""
        shown = self.canvas.viewer.shown.topLeft()
        return ((scene - shown) * self.canvas.viewer.zoom).toPoint()

    def port(self, node: str, side: str, name: str) -> QPoint:
        """Where a port is seen."""
        return self.place(self.canvas.projection.cards[node].ports[side, name].scenePos())

    def title(self, node: str) -> QPoint:
        """Where a node can be taken by its header."""
        return self.place(self.canvas.projection.cards[node].pos() + QPointF(60, 14))

    def pill(self, node: str, name: str) -> QPoint:
        """Where a parameter's value is seen."""
        card = self.canvas.projection.cards[node]
        (field,) = [f for f in card.layout.fields if f.parameter.name == name]
        return self.place(card.mapToScene(field.box.center()))

    def move(
        self, place: QPoint, modifiers: Qt.KeyboardModifier = _NONE, *, held: bool = True
    ) -> None:
        """Move the mouse, a button being held or not."""
        viewport = self.canvas.viewer.viewport()
        spot = QPointF(place)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            spot,
            QPointF(viewport.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            _LEFT if held else Qt.MouseButton.NoButton,
            modifiers,
        )
        QApplication.sendEvent(viewport, event)

    def press(
        self,
        place: QPoint,
        modifiers: Qt.KeyboardModifier = _NONE,
        button: Qt.MouseButton = _LEFT,
    ) -> None:
        QTest.mousePress(self.canvas.viewer.viewport(), button, modifiers, place)

    def release(
        self,
        place: QPoint,
        modifiers: Qt.KeyboardModifier = _NONE,
        button: Qt.MouseButton = _LEFT,
    ) -> None:
        QTest.mouseRelease(self.canvas.viewer.viewport(), button, modifiers, place)

    def click(self, place: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.press(place, modifiers)
        self.release(place, modifiers)

    def double_click(self, place: QPoint) -> None:
        """Click twice, with all the events that a mouse sends for that."""
        self.click(place)
        QTest.mouseDClick(self.canvas.viewer.viewport(), _LEFT, _NONE, place)
        self.release(place)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        modifiers: Qt.KeyboardModifier = _NONE,
        button: Qt.MouseButton = _LEFT,
    ) -> None:
        """Press, move in a few steps, release."""
        self.press(start, modifiers, button)
        for step in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * step, modifiers)
        self.release(end, modifiers, button)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key on whatever has the focus, or on the canvas where nothing has."""
        QTest.keyClick(QApplication.focusWidget() or self.canvas.viewer, key, modifiers)

    def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.canvas.viewer, text)
