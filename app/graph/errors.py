"""Messages for the user: an id with fields, worded in English here and translated in the window."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from app.graph.phrases import Phrase, Translate, filled

_LONGEST = 1000
_UNSHOWN = ("Cc", "Cs", "Zl", "Zp")
"""Categories of control characters, halves of surrogate pairs, and ends of lines."""


@dataclass(frozen=True)
class Message:
    """One sentence for the user: what happened, where, and what to do about it."""

    id: str
    english: str
    fields: Mapping[str, Any]

    def text(self, translate: Translate | None = None) -> str:
        """The sentence, with messages and phrases among its fields worded in the same language."""
        template = translate(self.english) if translate else self.english
        fields = {name: _worded(value, translate) for name, value in self.fields.items()}
        return filled(template, self.english, fields)

    def __str__(self) -> str:
        return self.text()


def _worded(value: Any, translate: Translate | None) -> Any:
    """A field as it stands in a sentence: numbers as they are, all else short and on one line."""
    if isinstance(value, Message | Phrase):
        return value.text(translate)
    if isinstance(value, int | float | None):
        return value
    text = str(value)
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    return "".join(_shown(sign) for sign in text) if not text.isprintable() else text


def _shown(sign: str) -> str:
    """A character of a field; what would break the line, or cannot be written, in an escape."""
    return repr(sign)[1:-1] if unicodedata.category(sign) in _UNSHOWN else sign


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
        "{title} is of the kind {kind}, which is not installed: add the node pack that brings it, "
        "or delete the node."
    )


class UnknownSocket(GraphError):
    """A wire or a value names a socket or parameter that the node does not have."""

    english = "{node} has no {role} called {name}."


class WrongType(GraphError):
    """The two ends of a wire carry different kinds of value."""

    english = "{output} gives {source}, but {input} takes {target}: connect what gives {target}."


class WrongTrait(GraphError):
    """Both ends carry the same kind of value, but of kinds that do not fit, such as families."""

    english = "{output} is for {source}, but {input} is for {target}: connect two that fit."


class WouldLoop(GraphError):
    """A wire would make a node depend on itself."""

    english = "{target} already feeds {source}: this wire would close a loop."


class WouldFeedItself(GraphError):
    """A wire would go from a node to the same node."""

    english = "{node} cannot feed itself: take what it needs from another node."


class Cycle(GraphError):
    """Nodes feed each other in a circle, so that none of them can ever run."""

    english = "The wires of {nodes} form a circle, so that it can never run: remove one of them."


class LooseWire(GraphError):
    """A wire starts or ends at something that is not there."""

    english = (
        "The wire from {source} to {target} leads nowhere, for there is no {missing}: "
        "draw it anew or remove it."
    )


class CrowdedSocket(GraphError):
    """Several wires arrive at a socket that takes one."""

    english = "{input} takes one wire but has {count}: remove all but one."


class RefusedValue(GraphError):
    """A node holds a value that its parameter does not allow; it is kept, but cannot run."""

    english = (
        "{parameter} of {node} must be {expected}, not {value}: "
        "the node cannot run until this is changed."
    )


class UnknownParameter(GraphError):
    """A node holds a value for a parameter that its kind does not have; it is kept."""

    english = (
        "{node} has no parameter called {name}: its value is kept in the file but has no effect."
    )


class NewerNode(GraphError):
    """A node was made with a newer version of its pack."""

    english = (
        "{node} was made with a newer version of {kind} (schema {found}, here {known}): "
        "update its node pack, or check its settings."
    )


class UpgradeFailed(GraphError):
    """A node's older parameters could not be brought into today's form."""

    english = (
        "{node} was made with an older version of {kind}, and its settings could not be "
        "converted ({problem}): they are kept as they were, so check them."
    )
