"""What went wrong inside a node, as one sentence and, apart from it, a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass

from app.engine.errors import CannotReach, DriveFailed, NodeBroke, OutOfMemory
from app.graph.errors import LoomError, Message
from app.graph.phrases import Phrase

_LONGEST = 300
_LONGEST_TRACE = 20_000

# What Python itself notes of an error. A stranger's class may hide these behind attributes of its
# own that lie or raise, even its name behind those of a metaclass.
_name_of = type.__dict__["__name__"].__get__
_traceback_of = BaseException.__dict__["__traceback__"].__get__
_cause_of = BaseException.__dict__["__cause__"].__get__
_context_of = BaseException.__dict__["__context__"].__get__
_members_of = BaseExceptionGroup.__dict__["exceptions"].__get__


@dataclass(frozen=True)
class Failure:
    """Why a node could not do its work."""

    message: Message
    traceback: str = ""


def failure(
    error: BaseException, node: str, explain: Callable[[BaseException], Message | None]
) -> Failure:
    """The failure behind an error that a node called ``node`` raised, whatever error it is."""
    try:
        message = portable(_sentence(error, node, explain))
    except BaseException:  # an error that cannot even be looked at, or no memory to do it
        message = NodeBroke(node=node, kind=kind_of(error), text=text(error)).message
    return Failure(message, trace(error))


def _sentence(
    error: BaseException, node: str, explain: Callable[[BaseException], Message | None]
) -> Message:
    if isinstance(error, LoomError) and type(error.message) is Message:
        return error.message
    known = _explained(error, explain)
    if known is not None:
        return known
    if isinstance(error, MemoryError):
        return OutOfMemory(node=node).message
    if isinstance(error, OSError) and error.filename is not None:
        reason = error.strerror or kind_of(error)
        return CannotReach(node=node, path=str(error.filename), reason=reason).message
    if isinstance(error, OSError) and error.strerror:
        return DriveFailed(node=node, reason=error.strerror).message
    return NodeBroke(node=node, kind=kind_of(error), text=text(error)).message


def _explained(
    error: BaseException, explain: Callable[[BaseException], Message | None]
) -> Message | None:
    try:
        return explain(error)
    except BaseException:  # explaining must not make matters worse; the error itself is told then
        return None


def kind_of(error: BaseException) -> str:
    """The name of an error's class, whatever its metaclass says."""
    return str(_name_of(type(error)))


def text(error: BaseException) -> str:
    """What an error says, in one line; its own ``__str__`` may fail, or give no plain text."""
    try:
        lines = str.__str__(str(error)).strip().splitlines()
    except BaseException:  # a stranger's class; even SystemExit must not get out of here
        lines = []
    line = " ".join(part.strip() for part in lines if part.strip()).rstrip(".")
    return (line[:_LONGEST] + "…" if len(line) > _LONGEST else line) or "no further details"


def let_go(error: BaseException) -> None:
    """Free what the failed calls still hold.

    An error and its frames refer to each other; gigabytes of tensors would stay in them until the
    collector of garbage happens to come by.
    """
    seen: set[int] = set()
    left: list[BaseException | None] = [error]
    while left:
        found = left.pop()
        if found is not None and id(found) not in seen:
            seen.add(id(found))
            traceback.clear_frames(_traceback_of(found))
            left += [_cause_of(found), _context_of(found)]
            if issubclass(type(found), BaseExceptionGroup):
                left += _members_of(found)


def trace(error: BaseException) -> str:
    """The traceback as text; of a very long one its beginning and its end."""
    try:
        written = "".join(traceback.format_exception(error))
    except BaseException:  # a stranger's class may break its own printing
        return f"{kind_of(error)} (its traceback could not be printed)"
    if len(written) > _LONGEST_TRACE:
        half = _LONGEST_TRACE // 2
        written = f"{written[:half]}\n[...]\n{written[-half:]}"
    return written


def portable(message: Message) -> Message:
    """The same message with plain fields only, so that it can cross to another process.

    Raises whatever a message raises that cannot be worded, such as one that lacks a field.
    """
    fields = {name: _plain(value) for name, value in message.fields.items()}
    found = Message(message.id, message.english, fields)
    found.text()
    return found


def _plain(value: object) -> object:
    """A field as plain data; phrases stay what they are, so that they can be translated."""
    if type(value) in (str, int, float, bool, type(None), Phrase):
        return value
    return str.__str__(str(value))
