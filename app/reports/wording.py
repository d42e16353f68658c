"""What happened, in words that tell nothing of the user: no prompts, no paths, no names, no tokens.

What an error says is told only where it cannot be the user's: of our own errors the template
without its fields, of the system's the reason, and of compiled code (numbers, shapes) what stands
outside of quotes. What Python code says may hold words of a prompt, so only its kind is told. Where
it happened is told in full, since code is not private: file names from the program's folder on.
"""

from __future__ import annotations

import logging
import opcode
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from types import FrameType, TracebackType

from app.graph.errors import LoomError, Message
from app.sdk.personal import Person, this_person

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = "…"

_LONGEST = 300
_MOST_FRAMES = 30
_MOST_CAUSES = 4
_WORKING = (
    *("CALL", "PRECALL", "BINARY_", "UNARY_", "COMPARE_OP", "CONTAINS_OP", "GET_ITER", "FOR_ITER"),
    *("LOAD_ATTR", "LOAD_METHOD", "STORE_SUBSCR", "UNPACK_", "LIST_", "DICT_", "FORMAT_"),
)
"""Beginnings of the names of instructions that hand over to compiled code; ``raise`` is none."""

_COMPILED = {code for name, code in opcode.opmap.items() if name.startswith(_WORKING)}
_FIELD = re.compile(r"\{(\w+)[^{}]*\}")
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|`[^`\n]*`|“[^”\n]*”")
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://\S+|\b[\w.+-]+@[\w-]+\.\w[\w.-]*", re.IGNORECASE)
_SECRET = re.compile(
    r"\b(?:hf|sk|ghp|gho|pat|glpat|api|key)[_-][\w-]{6,}|\b[A-Za-z0-9_-]{28,}\b"
    r"|\b(?:bearer|token|password|secret|api[_ -]?key|authorization)\b\s*[=:]?\s*"
    r"(?:bearer\s+)?\S+",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"(?<![\w.])(?:[A-Za-z]:[\\/]|~?[\\/]{1,2}|~|\.{1,2}[\\/])(?:[^\s\\/:'\"<>|]+[\\/]*)+"
)
_FILE_LINE = re.compile(r'File "([^"\n]*)", line (\d+)')


class Said(str):
    """Words of another program that were never the user's, such as a warning of Qt."""

    __slots__ = ()


def scrubbed(text: str, person: Person | None = None) -> str:
    """The text without paths, addresses, tokens, names, and all that stands in quotes."""
    person = person or this_person()
    text = _QUOTED.sub(f"'{LEFT_OUT}'", text)
    text = _ADDRESS.sub(LEFT_OUT, text)
    text = _SECRET.sub(LEFT_OUT, text)
    text = _PATH.sub(lambda found: _ending(found[0]), text)
    return person.named.sub(LEFT_OUT, text) if person.named else text


def told(error: BaseException) -> str:
    """An error in one line: its kind, and what it says where that cannot be private."""
    kind = type(error)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    words = _words(error)
    return f"{name}: {words}" if words else name


def account(error: BaseException) -> str:
    """An error with its causes, each with the places in the code that it came through."""
    parts, seen = [], error
    for _ in range(_MOST_CAUSES):
        parts.append("\n".join([told(seen), *(f"  {place}" for place in places(seen))]))
        following = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
        if following is None:
            break
        seen = following
    return "\nwhile handling\n".join(parts)


def places(error: BaseException) -> list[str]:
    """Where an error came through, the innermost place last; of very many the last ones."""
    found = [
        f"{code_name(frame.f_code.co_filename)}:{line} in {frame.f_code.co_name}"
        for frame, line in _frames(error.__traceback__)
    ]
    return found[-_MOST_FRAMES:]


def code_name(file: str) -> str:
    """The file of some code, from the program's or the libraries' folder on."""
    parts = PurePath(file.replace("\\", "/")).parts
    for mark in ("site-packages", "dist-packages"):
        if mark in parts:
            return "/".join(parts[parts.index(mark) + 1 :])
    path = Path(file)
    if path.is_relative_to(ROOT) and ".venv" not in parts:
        return path.relative_to(ROOT).as_posix()
    python = next((n for n, part in enumerate(parts) if re.fullmatch(r"python3\.\d+", part)), None)
    return "/".join(parts[python:]) if python is not None else (parts[-1] if parts else "")


def stacks_told(text: str) -> str:
    """The stacks that the interpreter writes when it dies, with the names of files reduced."""
    lines = (
        _FILE_LINE.sub(lambda found: f"{code_name(found[1])}:{found[2]}", line)
        if _FILE_LINE.search(line)
        else scrubbed(line)
        for line in text.splitlines()
    )
    return "\n".join(lines)


def recorded(record: logging.LogRecord) -> str:
    """What a record says. Of other programs' loggers only where: they repeat prompts and paths."""
    if record.name.partition(".")[0] not in ("app", "root", "__main__"):
        return f"{LEFT_OUT} ({code_name(record.pathname)}:{record.lineno})"
    if not record.args:
        return scrubbed(str(record.msg))
    given = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return str(record.msg) % tuple(map(_argument, given))
    except (TypeError, ValueError, KeyError):  # %d for a text, or names instead of places
        return f"{record.msg} ({code_name(record.pathname)}:{record.lineno})"


def _argument(value: object) -> object:
    """What may be told of an argument of a record: numbers and single words, of files the kind."""
    match value:
        case bool() | int() | float() | None:
            return value
        case BaseException():
            return told(value)
        case Message():
            return _template(value)
        case PurePath():
            return _ending(str(value))
        case Said():
            return scrubbed(value)
    text = str(value)
    return LEFT_OUT if re.search(r"\s", text) or len(text) > _LONGEST else scrubbed(text)


def _words(error: BaseException) -> str:
    """What an error says, as far as that is not the user's; empty where it may be."""
    if isinstance(error, LoomError):
        return _template(error.message)
    if isinstance(error, OSError):
        known = error.strerror if isinstance(error.strerror, str) else ""
        return scrubbed(f"[{error.errno}] {known}") if known else ""
    if not _is_of_compiled_code(error):
        return ""
    try:
        lines = str(error).strip().splitlines()
    except Exception:  # a stranger's class may break its own words
        return ""
    return scrubbed(lines[0])[:_LONGEST] if lines else ""


def _template(message: Message) -> str:
    """A message of ours with its numbers; whatever else was filled in is left out."""

    def field(found: re.Match[str]) -> str:
        """A number as it is."""
        value = message.fields.get(found[1])
        return str(value) if isinstance(value, bool | int | float) else LEFT_OUT

    return _FIELD.sub(field, message.english)


def _is_of_compiled_code(error: BaseException) -> bool:
    """Whether it arose within an instruction, and no Python code put its words together."""
    *_, last = None, *_tracebacks(error.__traceback__)
    return last is not None and last.tb_frame.f_code.co_code[last.tb_lasti] in _COMPILED


def _tracebacks(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _frames(trace: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    return ((each.tb_frame, each.tb_lineno or 0) for each in _tracebacks(trace))


def _ending(path: str) -> str:
    """A path, reduced to the kind of its file."""
    suffix = PurePath(path.replace("\\", "/")).suffix
    return f"{LEFT_OUT}{suffix}" if re.fullmatch(r"\.\w{1,12}", suffix) else LEFT_OUT
