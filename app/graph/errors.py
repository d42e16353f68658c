"""Messages for the user: an id with fields, worded in English here and translated in the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class Message:
    """One sentence for the user: what happened, where, and what to do about it."""

    id: str
    english: str
    fields: Mapping[str, Any]

    def text(self, words: Mapping[str, str] | None = None) -> str:
        """The sentence in English, or in the language whose templates ``words`` holds by id."""
        template = (words or {}).get(self.id, self.english)
        return template.format_map(self.fields)

    def __str__(self) -> str:
        return self.text()


class LoomError(Exception):
    """Base of every error that carries a message for the user.

    A subclass states its English template; the fields come as keywords.
    """

    english: ClassVar[str] = "Something went wrong."

    def __init__(self, **fields: Any) -> None:
        self.message = Message(type(self).__name__, self.english, fields)
        super().__init__(str(self.message))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), dict(self.message.fields))


def _rebuild(kind: type[LoomError], fields: dict[str, Any]) -> LoomError:
    """Unpickle an error without calling a subclass's own constructor."""
    error = kind.__new__(kind)
    LoomError.__init__(error, **fields)
    return error


class GraphError(LoomError):
    """Base of everything that can be wrong with a graph or with an edit to it."""


class BadValue(GraphError):
    """A parameter was given a value that it does not allow."""

    english = "{parameter} must be {expected}, not {value}."


class UnknownNode(GraphError):
    """An edit names a node that is not in the graph."""

    english = "There is no node {node} in this graph."


class UnknownKind(GraphError):
    """A node is of a kind that this program does not have."""

    english = (
        "{title} is a {kind}, which is not installed: add the node pack that brings it, "
        "or delete the node."
    )


class UnknownSocket(GraphError):
    """A wire or a value names a socket or parameter that the node does not have."""

    english = "{node} has no {role} called {name}."


class WrongType(GraphError):
    """The two ends of a wire carry different kinds of value."""

    english = "{output} gives {source}, but {input} takes {target}."


class WrongTrait(GraphError):
    """Both ends carry the same kind of value, but of kinds that do not fit, such as families."""

    english = "{output} is for {source}, but {input} is for {target}."


class WouldLoop(GraphError):
    """A wire would make a node depend on itself."""

    english = "{target} already feeds {source}: this wire would close a loop."
