"""What the annotations of a node class come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

import pytest

from app.graph.spec import LARGEST_INTEGER, OutputSpec, ParameterKind
from app.graph.types import ValueType
from app.sdk import (
    Colour,
    Context,
    File,
    Folder,
    Image,
    Mask,
    ModelName,
    Node,
    Passes,
    Seed,
    Size,
    param,
    socket,
)
from app.sdk.declare import words
from app.sdk.errors import DeclarationError

T = TypeVar("T")


class Both(NamedTuple):
    image: Annotated[Image, "A picture.", Passes("image")]
    masks: Annotated[list[Mask], "Some masks."]
    size: Annotated[Size, "How large."]


class Everything(Node, Generic[T]):
    """All there is.

    And more.
    """

    title = "All"
    aliases = ("every",)
    version = 3

    image: Image = socket("One.")
    mask: Mask | None = socket("Perhaps one.")
    images: tuple[Image, ...] = socket("Any number.", variadic=True)
    each: Image = socket("One after the other.", each=True)
    list_of: list[Image] = socket("A list.")
    same: T = socket("Anything.")
    anything: Any = socket("Anything.")
    size_in: Size = socket("A size.")

    whole: int = param(default=1, low=0, high=2, step=1, unit="px", tip="Whole.")
    real: float = param(default=1.0, low=0, high=2, tip="Real.")
    yes: bool = param(default=True, tip="Yes.")
    text: str = param(default="", many_lines=True, tip="Text.", counts=False)
    choice: Literal["a", "b"] = param(default="b", tip="Choice.")
    seed: Seed = param(default=0, tip="Seed.")
    file: File = param(default="", suffixes=(".png",), tip="File.")
    folder: Folder = param(default="", tip="Folder.")
    colour: Colour = param(default="#000000", tip="Colour.")
    size: Size = param(default=(1, 2), low=1, high=9, tip="Size.")
    model: ModelName = param(default="", model_kind="checkpoint", tip="Model.")

    def run(self, ctx: Context) -> Both:
        raise NotImplementedError


SPEC = Everything.spec


def test_a_node_is_named_and_explained_by_its_class() -> None:
    assert (SPEC.type, SPEC.title, SPEC.version) == ("loom.Everything", "All", 3)
    assert SPEC.help == "All there is.\n\nAnd more."
    assert SPEC.aliases == ("every",)


@pytest.mark.parametrize(
    ("name", "type", "required"),
    [
        ("image", ValueType("Image"), True),
        ("mask", ValueType("Mask"), False),
        ("images", ValueType("Image"), True),
        ("each", ValueType("Image"), True),
        ("list_of", ValueType("Image", many=True), True),
        ("same", ValueType("~T"), True),
        ("anything", ValueType("Any"), True),
        ("size_in", ValueType("Size"), True),
    ],
)
def test_a_socket_has_the_type_of_its_annotation(
    name: str, type: ValueType, required: bool
) -> None:
    found = SPEC.sockets_by_name[name]
    assert (found.type, found.required) == (type, required)
    assert (found.variadic, found.each) == (name == "images", name == "each")


def test_a_parameter_has_the_kind_of_its_annotation() -> None:
    kinds = {parameter.name: parameter.kind for parameter in SPEC.parameters}
    assert kinds == {
        "whole": ParameterKind.INTEGER,
        "real": ParameterKind.FLOAT,
        "yes": ParameterKind.BOOLEAN,
        "text": ParameterKind.TEXT,
        "choice": ParameterKind.CHOICE,
        "seed": ParameterKind.SEED,
        "file": ParameterKind.FILE,
        "folder": ParameterKind.FOLDER,
        "colour": ParameterKind.COLOUR,
        "size": ParameterKind.SIZE,
        "model": ParameterKind.MODEL,
    }


def test_a_parameter_keeps_what_was_said_of_it() -> None:
    found = SPEC.parameters_by_name
    assert (found["whole"].low, found["whole"].high, found["whole"].unit) == (0, 2, "px")
    assert found["choice"].choices == ("a", "b")
    assert (found["seed"].low, found["seed"].high) == (0, LARGEST_INTEGER)
    assert found["size"].default == [1, 2]
    assert found["file"].suffixes == (".png",)
    assert not found["text"].counts


def test_outputs_come_from_the_named_tuple() -> None:
    assert SPEC.outputs == (
        OutputSpec("image", ValueType("Image"), "A picture.", "image"),
        OutputSpec("masks", ValueType("Mask", many=True), "Some masks."),
        OutputSpec("size", ValueType("Size"), "How large."),
    )


def test_a_derived_node_has_the_fields_of_its_base() -> None:
    class _Base(Node):
        """A base."""

        image: Image = socket("One.")

    class Derived(_Base):
        """More."""

        amount: float = param(default=0.5, low=0, high=1, tip="How much.")

        def run(self, ctx: Context) -> Annotated[Image, "The same."]:
            return self.image

    assert list(Derived.spec.sockets_by_name) == ["image"]
    assert list(Derived.spec.parameters_by_name) == ["amount"]
    assert Derived.spec.outputs == (OutputSpec("image", ValueType("Image"), "The same."),)


def test_a_node_cannot_be_changed() -> None:
    class Still(Node):
        """Still."""

        amount: float = param(default=0.5, low=0, high=1, tip="How much.")

    with pytest.raises(AttributeError):
        Still(amount=1.0).amount = 0.0  # type: ignore[misc]


def wrong_type() -> None:
    class Wrong(Node):
        """Wrong."""

        thing: object = param(default=1, tip="What?")


def wrong_default() -> None:
    class Wrong(Node):
        """Wrong."""

        thing: int = param(default=3, low=0, high=2, tip="What?")


def taken_name() -> None:
    class Wrong(Node):
        """Wrong."""

        version: int = param(default=3, low=0, high=9, tip="What?")


@pytest.mark.parametrize(
    ("declare", "said"),
    [
        (wrong_type, "Wrong: thing has a type that no parameter can have"),
        (wrong_default, "Wrong: its default: thing must be between 0 and 2, not 3"),
        (taken_name, "Wrong: version is a word that every node uses already"),
    ],
)
def test_a_class_that_cannot_be_used_says_why(declare: Callable[[], None], said: str) -> None:
    with pytest.raises(DeclarationError, match=said):
        declare()


@pytest.mark.parametrize(
    ("name", "title"),
    [("VAEDecode", "VAE Decode"), ("EmptyLatent", "Empty Latent"), ("Canny", "Canny")],
)
def test_a_class_name_becomes_a_title(name: str, title: str) -> None:
    assert words(name) == title
