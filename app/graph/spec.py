"""What a kind of node looks like from outside: its sockets, parameters and outputs."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from app.graph.errors import BadValue
from app.graph.phrases import Phrase
from app.graph.types import ANY, ValueType

Plain = Any
"""A value that JSON can hold: None, bool, int, float, str, or lists and dicts of them."""

LARGEST_INTEGER = 2**63 - 1


class ParameterKind(StrEnum):
    """How a parameter is edited and what it holds."""

    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    TEXT = "text"
    CHOICE = "choice"
    FILE = "file"
    FOLDER = "folder"
    SEED = "seed"
    COLOUR = "colour"
    SIZE = "size"
    MODEL = "model"


_TYPES = {
    ParameterKind.INTEGER: "Integer",
    ParameterKind.SEED: "Integer",
    ParameterKind.FLOAT: "Float",
    ParameterKind.BOOLEAN: "Boolean",
    ParameterKind.SIZE: "Size",
}


_WORDS = {"None": Phrase("nothing"), "True": Phrase("true"), "False": Phrase("false")}
"""How messages say values that Python spells otherwise than a graph file."""


@dataclass(frozen=True)
class SocketSpec:
    """An input that is fed by a wire.

    ``variadic`` takes any number of ordered wires. When a list arrives where one thing is taken,
    the node runs once for every item; a socket of any type takes the list itself, unless it says
    ``each``.
    """

    name: str
    type: ValueType
    tip: str = ""
    required: bool = True
    variadic: bool = False
    each: bool = False

    @property
    def takes_items(self) -> bool:
        """Whether a list that arrives means one run of the node for every item."""
        if self.variadic or self.type.many or self.type.name == "Size":
            return False
        return self.each or not (self.type.is_variable or self.type.name == ANY)


@dataclass(frozen=True)
class OutputSpec:
    """A result of a node; ``passes`` names the input that it hands on when the node is bypassed."""

    name: str
    type: ValueType
    tip: str = ""
    passes: str | None = None


@dataclass(frozen=True)
class ParameterSpec:
    """A value edited on the node; where ``takes_wire`` it also accepts a wire of its type.

    ``low`` and ``high`` are inclusive. ``unit`` is shown behind the number. ``many_lines`` makes a
    text field tall. ``suffixes`` are the file endings on offer, ``model_kind`` the kind of model a
    MODEL parameter chooses among. ``counts`` is False where the value cannot change the result.
    ``advanced`` keeps the card calm: the value is folded away there while it is the default.
    ``read_by`` marks a prompt: it names the choice that says how brackets weigh its words.
    ``control`` names an editor of its own: a ``mask`` is painted.
    """

    name: str
    kind: ParameterKind
    default: Plain
    tip: str = ""
    low: float | None = None
    high: float | None = None
    step: float | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    many_lines: bool = False
    suffixes: tuple[str, ...] = ()
    model_kind: str = ""
    counts: bool = True
    advanced: bool = False
    read_by: str = ""
    control: str = ""
    takes_wire: bool = True

    @property
    def type(self) -> ValueType:
        """The type of wire that may feed this parameter."""
        return ValueType(_TYPES.get(self.kind, "Text"))

    def accept(self, value: Plain) -> Plain:
        """The value in its canonical form; raises BadValue when it is not allowed here."""
        match self.kind:
            case ParameterKind.INTEGER | ParameterKind.SEED:
                return self._integer(value)
            case ParameterKind.FLOAT:
                return self._float(value)
            case ParameterKind.BOOLEAN:
                return self._boolean(value)
            case ParameterKind.SIZE:
                return self._size(value)
            case ParameterKind.COLOUR:
                return self._colour(value)
            case ParameterKind.CHOICE:
                return self._choice(value)
            case _:
                return self._text(value)

    def _boolean(self, value: Plain) -> bool:
        if not isinstance(value, bool):
            raise self._refusal(Phrase("true or false"), value)
        return value

    def _text(self, value: Plain) -> str:
        if not isinstance(value, str):
            raise self._refusal(Phrase("text"), value)
        return value

    def _integer(self, value: Plain) -> int:
        # JSON written elsewhere has 20.0 for 20, and true counts as 1 in Python: the one is a whole
        # number here, the other is none.
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._refusal(Phrase("a whole number"), value)
        if abs(value) > LARGEST_INTEGER:
            raise self._refusal(Phrase("a whole number of at most 63 bits"), value)
        self._within(value, value)
        return value

    def _float(self, value: Plain) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._refusal(Phrase("a number"), value)
        try:
            number = float(value)
        except OverflowError:
            raise self._refusal(Phrase("a finite number"), value) from None
        if not math.isfinite(number):
            raise self._refusal(Phrase("a finite number"), value)
        self._within(number, value)
        return number

    def _size(self, value: Plain) -> list[int]:
        pair = list(value) if isinstance(value, list | tuple) else []
        if len(pair) != 2 or any(isinstance(n, bool) or not isinstance(n, int) for n in pair):
            raise self._refusal(Phrase("a width and a height"), value)
        for number in pair:
            self._within(number, value)
        return pair

    def _colour(self, value: Plain) -> str:
        if isinstance(value, str) and re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            return value.lower()
        raise self._refusal(Phrase("a colour such as #7aa2ff"), value)

    def _choice(self, value: Plain) -> str:
        if isinstance(value, str) and value in self.choices:
            return value
        raise self._refusal(Phrase("one of {names}", names=", ".join(self.choices)), value)

    def _within(self, number: float, value: Plain) -> None:
        if self.low is not None and number < self.low:
            raise self._refusal(self._range(), value)
        if self.high is not None and number > self.high:
            raise self._refusal(self._range(), value)

    def _range(self) -> Phrase:
        if self.high is None:
            return Phrase("at least {low}", low=_in_full(self.low))
        if self.low is None:
            return Phrase("at most {high}", high=_in_full(self.high))
        low, high = _in_full(self.low), _in_full(self.high)
        return Phrase("between {low} and {high}", low=low, high=high)

    def _refusal(self, expected: Phrase, value: Plain) -> BadValue:
        shown = _WORDS.get(repr(value), repr(value))
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        return BadValue(parameter=Phrase(self.name), expected=expected, value=shown)


def _in_full(number: float | None) -> str:
    """A bound as people write it: whole numbers with all their digits."""
    return str(number) if isinstance(number, int) else f"{number:g}"


@dataclass(frozen=True)
class NodeSpec:
    """A kind of node, as the editor and the engine see it.

    ``type`` is ``pack.Name``. ``schema`` counts changes of the declaration (see ``upgrade``),
    ``version`` changes of the output. ``acts`` marks nodes that change the world (save a file);
    ``is_target`` those that a plain Run makes, ``off_device`` those that only read, decode, encode
    or write, and so may run beside the device. ``content`` is the hash of a user's own node file.
    ``origin`` says of pictures that a node gives that somebody ``supplied`` them, or that a network
    ``generated`` them; empty where neither is so.
    """

    type: str
    title: str
    category: str
    help: str
    version: int = 1
    schema: int = 1
    inputs: tuple[SocketSpec, ...] = ()
    parameters: tuple[ParameterSpec, ...] = ()
    outputs: tuple[OutputSpec, ...] = ()
    aliases: tuple[str, ...] = ()
    acts: bool = False
    is_target: bool = False
    content: str = ""
    off_device: bool = False
    origin: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def sockets_by_name(self) -> Mapping[str, SocketSpec]:
        return {socket.name: socket for socket in self.inputs}

    @cached_property
    def parameters_by_name(self) -> Mapping[str, ParameterSpec]:
        return {parameter.name: parameter for parameter in self.parameters}

    @cached_property
    def models(self) -> tuple[ParameterSpec, ...]:
        """The parameters that name a model."""
        return tuple(p for p in self.parameters if p.kind is ParameterKind.MODEL)

    @cached_property
    def outputs_by_name(self) -> Mapping[str, OutputSpec]:
        return {output.name: output for output in self.outputs}

    @cached_property
    def defaults(self) -> Mapping[str, Plain]:
        return {parameter.name: parameter.default for parameter in self.parameters}

    def input_type(self, name: str) -> ValueType | None:
        """The type of wire that fits the socket or parameter called ``name``; None if unknown."""
        if name in self.sockets_by_name:
            return self.sockets_by_name[name].type
        found = self.parameters_by_name.get(name)
        return found.type if found and found.takes_wire else None

    def takes_items(self, name: str) -> bool:
        """Whether a list at an input means one run for every item, as it does at parameters."""
        socket = self.sockets_by_name.get(name)
        return name in self.parameters_by_name if socket is None else socket.takes_items
