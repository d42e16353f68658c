"""The types of what travels along wires, and which of them fit together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.graph.phrases import Phrase

ANY = "Any"

# What is accepted where something else is declared, because it is the same thing in other words.
CONVERSIONS = frozenset({("Integer", "Float"), ("Boolean", "Integer")})


@dataclass(frozen=True)
class ValueType:
    """The type of a socket.

    ``name`` is a kind of value (``Latent``), ``Any``, or a type variable (``~T``), which stands for
    one type at all sockets of a node that carry it. ``many`` says that a list of them travels.
    ``traits`` refine it (``family``: ``SD 1``); a trait that only one side names always fits.
    """

    name: str
    many: bool = False
    traits: tuple[tuple[str, str], ...] = ()

    @property
    def is_variable(self) -> bool:
        return self.name.startswith("~")

    def trait(self, name: str) -> str | None:
        """The value of one trait, or None where nothing is known about it."""
        return dict(self.traits).get(name)

    def with_traits(self, **traits: str | None) -> ValueType:
        """The same type, refined; a trait given as None is left out."""
        merged = {**dict(self.traits), **traits}
        return replace(self, traits=tuple(sorted((k, v) for k, v in merged.items() if v)))

    @property
    def words(self) -> Phrase:
        """What messages call it."""
        name = Phrase(self.name)
        base = Phrase("list of {kind}", kind=name) if self.many else name
        known = ", ".join(dict.fromkeys(value for _, value in self.traits))
        return Phrase("{kind} ({traits})", kind=base, traits=known) if known else base

    def __str__(self) -> str:
        return str(self.words)


def fits(source: ValueType, target: ValueType, *, each: bool = False) -> bool:
    """Whether a value of ``source`` may be plugged into ``target``, traits aside.

    ``each``: the target runs once for every item, so a list of its type fits as well.
    """
    if target.name == ANY or source.name == ANY or target.is_variable or source.is_variable:
        return True
    if source.many and not target.many and not each:
        return False
    return source.name == target.name or (source.name, target.name) in CONVERSIONS


def conflict(source: ValueType, target: ValueType) -> tuple[str, str] | None:
    """The two values of the first trait in which both types are known and differ."""
    known: Mapping[str, str] = dict(target.traits)
    for name, value in source.traits:
        if name in known and known[name] != value:
            return value, known[name]
    return None
