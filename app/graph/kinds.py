"""What the graph asks of whoever knows the kinds of nodes (the registry of the SDK)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from app.graph.spec import NodeSpec, Plain
from app.graph.types import ValueType


@dataclass(frozen=True)
class KnownModel:
    """What is known of a model by its ``name``, without opening it.

    ``hash`` is that of its content in hexadecimal digits, ``size`` in bytes, ``side`` in pixels
    that of the pictures it was made for, and ``source`` says where it can be fetched; each is
    empty, or 0, where it is not known.
    """

    name: str = ""
    hash: str = ""
    family: str = ""
    variant: str = ""
    size: int = 0
    source: str = ""
    side: int = 0

    @property
    def traits(self) -> dict[str, str]:
        """What a node that opens it may say of its outputs."""
        known = {"family": self.family, "variant": self.variant}
        return {name: value for name, value in known.items() if value}


class Kinds(Protocol):
    """All known kinds of nodes, by their type name ``pack.Name``."""

    def spec(self, type: str) -> NodeSpec | None:
        """The declaration of a kind, or None where it is not installed."""

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Output types of a node as far as they are known without running; {} if unknown."""

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Names of the sockets needed with these parameters; None stands for all."""

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """Raise a LoomError where the kind cannot work with these parameters together."""

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Parameters written under an older schema, in today's form."""

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model, looked up without touching a file; None if nothing is."""
        return None

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """What a new node holds other than its defaults, to suit the models, by kind."""
        return {}


class ListedKinds(Kinds, Protocol):
    """Kinds that can be listed, as a search needs it."""

    def specs(self) -> tuple[NodeSpec, ...]:
        """All kinds that can be added."""


class KindsAround(Kinds):
    """Kinds that know more than the ``base`` they are built around."""

    def __init__(self, kinds: Kinds) -> None:
        self.base = base_of(kinds)


def base_of(kinds: Kinds) -> Kinds:
    """The kinds behind those of a document: the same for all documents of a program."""
    return kinds.base if isinstance(kinds, KindsAround) else kinds


class KindsOver(ListedKinds):
    """Kinds that hand on what those ``under`` them know, but for what a subclass tells otherwise.

    To the rest of the program they are the program's kinds, not those of one document.
    """

    def __init__(self, under: ListedKinds) -> None:
        self.under = under

    def spec(self, type: str) -> NodeSpec | None:
        """The declaration of a kind, or None where it is not installed."""
        return self.under.spec(type)

    def specs(self) -> tuple[NodeSpec, ...]:
        """All kinds that can be added."""
        return self.under.specs()

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Output types of a node as far as they are known without running; {} if unknown."""
        return self.under.describe(type, parameters, inputs)

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """Names of the sockets needed with these parameters; None stands for all."""
        return self.under.needs(type, parameters)

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """Raise a LoomError where the kind cannot work with these parameters together."""
        self.under.check(type, parameters)

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """Parameters written under an older schema, in today's form."""
        return self.under.upgrade(type, parameters, schema)

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model, looked up without touching a file; None if nothing is."""
        return self.under.model(kind, name)

    def fresh(self, type: str, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """What a new node holds other than its defaults, to suit the models, by kind."""
        return self.under.fresh(type, models)


class NoKinds(Kinds):
    """Nothing is known of any kind of node."""

    def spec(self, type: str) -> NodeSpec | None:
        """It is not installed."""
        return None

    def describe(
        self, type: str, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """Nothing is known."""
        return {}

    def needs(self, type: str, parameters: Mapping[str, Plain]) -> frozenset[str] | None:
        """All may be."""
        return None

    def check(self, type: str, parameters: Mapping[str, Plain]) -> None:
        """Nobody objects."""

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        """They stay as they are."""
        return parameters


NO_KINDS = NoKinds()
