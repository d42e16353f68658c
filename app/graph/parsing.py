"""Plain data out of JSON text, within bounds: a hostile text costs no more than a large graph."""

from __future__ import annotations

import json
from typing import Any

from app.graph.fields import Record
from app.graph.file_errors import Damaged, NotAGraph
from app.graph.phrases import Phrase
from app.graph.spec import Plain

DEEPEST = 100
"""How deep lists and objects may lie within each other."""

MOST_VALUES = 5_000_000
"""Most values in a text; each takes up to some hundred bytes of memory, however short it is."""


def parse(text: str, file: str) -> Record:
    """The JSON object in ``text``; every way in which it can be none gets its sentence.

    ``file`` is what messages call the text. Raises Damaged or NotAGraph.
    """
    _check_text(text, file)

    def unique(pairs: list[tuple[str, Any]]) -> Record:
        """One object; of two fields with one name, one would be lost."""
        record = dict(pairs)
        if len(record) < len(pairs):
            double = _first_double(pairs)
            raise NotAGraph(file=file, problem=f"it holds {double!r} twice in one place")
        return record

    try:
        record = json.loads(text, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        problem = error.msg[:1].lower() + error.msg[1:].removesuffix(" starting at")
        raise Damaged(file=file, line=error.lineno, problem=problem) from error
    except RecursionError as error:
        raise NotAGraph(file=file, problem=Phrase("it is nested too deeply")) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise NotAGraph(file=file, problem=Phrase("it holds a number of absurd length")) from error
    if _is_deep(record):
        raise NotAGraph(file=file, problem=Phrase("it is nested too deeply"))
    return dict(record)


def _check_text(text: str, file: str) -> None:
    """Refuse what cannot be a graph before anything is made of it."""
    if not text.strip():
        raise NotAGraph(file=file, problem=Phrase("it is empty"))
    if not text.lstrip().startswith("{"):
        raise NotAGraph(file=file, problem=Phrase("it holds something else"))
    # Commas and brackets tell how many: a list of empty lists grows twentyfold in memory.
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise NotAGraph(file=file, problem=Phrase("it holds more values than any graph"))


def _first_double(pairs: list[tuple[str, Any]]) -> str:
    """The first name that was there before."""
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            break
        seen.add(name)
    return name if len(name) <= 40 else f"{name[:39]}…"


def _is_deep(value: Plain) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for item in level
            for inner in (item.values() if isinstance(item, dict) else item)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
