"""Wires between models of different families, told when a model is chosen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.graph import edits
from app.graph.document import Socket, Source
from app.graph.errors import WrongTrait
from app.sdk import ModelName, Node, Plain, ValueType, param, socket
from app.sdk.declare import Node as NodeClass
from app.sdk.families import with_family
from tests.models.files import weight_file
from tests.ui.shelf.conftest import ShelfDesk
from tests.ui.toys import Image


class Opener(Node):
    """Gives something of the family of a model."""

    model: ModelName = param(default="", model_kind="checkpoint", tip="Which.")

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Of the family of the model."""
        return with_family(cls.spec.outputs, inputs.get("model"))

    def run(self, ctx: object) -> Image:
        raise NotImplementedError


class Meet(NodeClass):
    """Takes two things of one family."""

    one: Image = socket("The first.")
    other: Image = socket("The second.")

    def run(self, ctx: object) -> Image:
        raise NotImplementedError


@pytest.fixture
def pair(shelf_desk: ShelfDesk) -> str:
    """Two openers of one family that meet; the id of the second."""
    for cls in (Opener, Meet):
        shelf_desk.kinds.add(cls)
    first = shelf_desk.add("Opener", model="photo/lakes-v3.safetensors")
    second = shelf_desk.add("Opener", model="photo/lakes-v3.safetensors")
    meet = shelf_desk.add("Meet")
    shelf_desk.wire(Source(first, "image"), Socket(meet, "one"))
    shelf_desk.wire(Source(second, "image"), Socket(meet, "other"))
    return second


def _choose(desk: ShelfDesk, node: str, model: str) -> None:
    change = edits.set_parameter(desk.document.snapshot, desk.kinds, node, "model", model)
    desk.document.apply(change)


def test_a_model_of_another_family_is_told_at_its_wire(shelf_desk: ShelfDesk, pair: str) -> None:
    _choose(shelf_desk, pair, "big.safetensors")
    shelf_desk.qtbot.waitUntil(lambda: len(shelf_desk.sentences()) == 1)
    assert "SDXL" in shelf_desk.sentences()[0]
    assert "SD 1" in shelf_desk.sentences()[0]
    shelf_desk.document.undo()
    shelf_desk.qtbot.waitUntil(lambda: not shelf_desk.sentences())


def test_a_file_that_becomes_another_model_is_told(shelf_desk: ShelfDesk, pair: str) -> None:
    weight_file(shelf_desk.folder / "other.safetensors")
    shelf_desk.look_again()
    _choose(shelf_desk, pair, "other.safetensors")
    shelf_desk.qtbot.wait(400)
    assert shelf_desk.sentences() == []
    weight_file(shelf_desk.folder / "other.safetensors", "SDXL", salt="another")
    shelf_desk.librarian.look_again()
    shelf_desk.qtbot.waitUntil(lambda: len(shelf_desk.sentences()) == 1)


def test_such_a_wire_cannot_be_drawn(shelf_desk: ShelfDesk, pair: str) -> None:
    _choose(shelf_desk, pair, "big.safetensors")
    meet = shelf_desk.add("Meet")
    nodes = shelf_desk.document.snapshot.main.nodes
    first = next(id for id in nodes if id != pair and nodes[id].type == Opener.spec.type)
    shelf_desk.wire(Source(first, "image"), Socket(meet, "one"))
    with pytest.raises(WrongTrait, match=r"SDXL.*SD 1"):
        shelf_desk.wire(Source(pair, "image"), Socket(meet, "other"))
