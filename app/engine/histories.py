"""The histories of graphs, remembered from one start of the program to the next.

One file a graph, so that a run from the command line can tell what has changed since the run before
it. Nothing depends on them but the words of reasons: what cannot be read is forgotten.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from app.engine.history import Attempt, History
from app.engine.tally import FoldRecord, Parts
from app.graph.file import write_atomically

log = logging.getLogger(__name__)

_FORMAT = 1
_MOST_GRAPHS = 200
_MOST_BYTES = 2**26
_ENDING = ".json"


class Histories:
    """A history for each graph, by the path of its file; one without a file has any other name.

    Those with a path are kept in ``folder``, the others for as long as the program runs.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[str, History] = {}

    def of(self, graph: str) -> History:
        """What is known of a graph."""
        known = self._known.pop(graph, None)
        if known is None:
            path = self._path(graph)
            known = _read(path) if path else History()
        self._known[graph] = known  # as the newest one
        return known

    def save(self) -> None:
        """Write what has changed, and forget the graphs that were not run for longest."""
        for graph, history in self._known.items():
            path = self._path(graph)
            if history.changed and path is not None:
                try:
                    _write(path, history)
                except OSError as error:
                    log.warning("What the nodes did could not be noted: %s", error)
            history.changed = False
        while len(self._known) > _MOST_GRAPHS:
            del self._known[next(iter(self._known))]

    def _path(self, graph: str) -> Path | None:
        if self._folder is None or not Path(graph).is_absolute():
            return None
        name = blake2b(graph.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return self._folder / f"{name}{_ENDING}"


def _write(path: Path, history: History) -> None:
    """Write a history, and delete the oldest ones beyond a number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(_plain(history), separators=(",", ":")).encode("ascii")
    if len(content) > _MOST_BYTES:
        path.unlink(missing_ok=True)
        return
    write_atomically(path, content)
    files = sorted(path.parent.glob(f"*{_ENDING}"), key=lambda file: file.stat().st_mtime)
    for old in files[:-_MOST_GRAPHS]:
        old.unlink(missing_ok=True)


def _read(path: Path) -> History:
    """A history as it was written; an empty one where there is none, or none that is whole."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return History()
        return _history(json.loads(path.read_bytes()))
    except RecursionError:  # nested deeper than anything of ours
        return History()
    except FileNotFoundError:
        return History()
    except (OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        log.warning("What the nodes did before is not readable and starts anew: %s", error)
        return History()


def _plain(history: History) -> dict[str, Any]:
    attempts = {
        address: [
            past.kind,
            past.environment,
            past.parameters,
            past.contents,
            past.prints,
            past.key,
        ]
        for address, past in history.attempts.items()
    }
    folds = [[place, _plain_fold(fold)] for place, fold in history.folds.items()]
    return {"format": _FORMAT, "attempts": attempts, "folds": folds}


def _plain_fold(fold: FoldRecord) -> list[Any]:
    """A fold in which equal parts of steps stand once."""
    places = {id(parts): parts for parts in fold.parts}
    numbers = {name: number for number, name in enumerate(places)}
    steps = [numbers[id(parts)] for parts in fold.parts]
    head = [fold.stamp, fold.origin, fold.recipes, fold.start]
    return [*head, list(places.values()), steps, fold.done]


def _history(stored: Any) -> History:
    """A history from its plain form; raises where anything is not as it should be."""
    if stored["format"] != _FORMAT:
        return History()
    attempts = {address: _attempt(*past) for address, past in stored["attempts"].items()}
    folds = {
        (_text(address), int(picture), int(nth)): _fold(*fold)
        for (address, picture, nth), fold in stored["folds"]
    }
    return History(attempts, folds)


def _attempt(
    kind: Any, environment: Any, parameters: Any, contents: Any, prints: Any, key: Any
) -> Attempt:
    type, version, content = kind
    fed = tuple((_text(name), _texts(found)) for name, found in prints)
    named = _text(type), int(version), _text(content)
    return Attempt(named, _text(environment), _table(parameters), _texts(contents), fed, _text(key))


def _fold(
    stamp: Any, origin: Any, recipes: Any, start: Any, parts: Any, steps: Any, done: Any
) -> FoldRecord:
    known = [_named(part) for part in parts]
    acting = tuple(known[step] for step in steps)
    if len(acting) != len(recipes):
        raise ValueError("a fold has other steps than recipes")
    head = _text(stamp), _text(origin), _texts(recipes), _named(start)
    return FoldRecord(*head, acting, done=int(done))


def _named(value: Any) -> Parts:
    table = _table(value)
    _texts(list(table.values()))
    return table


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("a table is missing")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("a list is missing")
    return tuple(map(_text, value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value
