"""What went wrong inside a node, as one sentence and, apart from it, a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass

from app.engine.errors import CannotReach, DriveFailed, NodeBroke, OutOfMemory
from app.graph.errors import LoomError, Message

_LONGEST = 300


@dataclass(frozen=True)
class Failure:
    """Why a node could not do its work."""

    message: Message
    traceback: str = ""


def failure(
    error: BaseException, node: str, explain: Callable[[BaseException], Message | None]
) -> Failure:
    """The failure behind an error that a node called ``node`` raised, whatever error it is."""
    return Failure(portable(_sentence(error, node, explain)), trace(error))


def _sentence(
    error: BaseException, node: str, explain: Callable[[BaseException], Message | None]
) -> Message:
    if isinstance(error, LoomError):
        return error.message
    known = _explained(error, explain)
    if known is not None:
        return known
    if isinstance(error, MemoryError):
        return OutOfMemory(node=node).message
    if isinstance(error, OSError) and error.filename is not None:
        reason = error.strerror or type(error).__name__
        return CannotReach(node=node, path=str(error.filename), reason=reason).message
    if isinstance(error, OSError) and error.strerror:
        return DriveFailed(node=node, reason=error.strerror).message
    return NodeBroke(node=node, kind=type(error).__name__, text=text(error)).message


def _explained(
    error: BaseException, explain: Callable[[BaseException], Message | None]
) -> Message | None:
    try:
        return explain(error)
    except Exception:  # explaining must not make matters worse; the error itself is told then
        return None


def text(error: BaseException) -> str:
    """What an error says, in one line; its own ``__str__`` may fail."""
    try:
        lines = str(error).strip().splitlines()
    except Exception:  # a stranger's class
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
            traceback.clear_frames(found.__traceback__)
            left += [found.__cause__, found.__context__]


def trace(error: BaseException) -> str:
    """The traceback as text."""
    try:
        return "".join(traceback.format_exception(error))
    except Exception:  # a stranger's class may break its own printing
        return f"{type(error).__name__} (its traceback could not be printed)"


def portable(message: Message) -> Message:
    """The same message with plain fields only, so that it can cross to another process."""
    fields = {
        name: value if isinstance(value, str | int | float | bool | None) else str(value)
        for name, value in message.fields.items()
    }
    return Message(message.id, message.english, fields)
