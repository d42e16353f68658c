"""How long nodes took, by kind and by the size of what they worked on, to foretell the next time.

Kept from one start of the program to the next. Nothing depends on it but estimates: what cannot be
read is forgotten.
"""

from __future__ import annotations

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.graph.file import write_atomically

log = logging.getLogger(__name__)

_FORMAT = 1
_MOST = 2000
_MOST_BYTES = 2**22
_TRUST = 0.5
"""How much the newest time counts against all before it."""

Size = int
"""The size of what a node was given, as a power of two in bytes; see ``magnitude``."""


@dataclass(frozen=True)
class Pace:
    """What one run of a node takes in seconds: ``apart`` from its steps, and for ``each`` step."""

    apart: float
    each: float

    def seconds(self, steps: int) -> float:
        """What a run with so many steps takes."""
        return self.apart + self.each * steps

    def blended(self, newer: Pace) -> Pace:
        """Both together. Loading and other programs slow some runs down, so a shorter time counts
        at once and a longer one by half. A run without a step tells nothing about steps.
        """
        apart = min(newer.apart, self.apart + (newer.apart - self.apart) * _TRUST)
        each = self.each + (newer.each - self.each) * _TRUST
        if newer.each and self.each:
            return Pace(apart, min(newer.each, each))
        return Pace(apart, newer.each or self.each)


class Paces:
    """The paces of kinds of nodes on one device; ``environment`` tells which. One thread uses it.

    ``file`` is where they are kept, if anywhere.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._environment = ""
        self._known: dict[tuple[str, Size], Pace] = {}
        self._newest: dict[str, Size] = {}
        self._changed = False

    def turn_to(self, environment: str) -> None:
        """Use the paces of another device, as far as they are kept."""
        if environment != self._environment:
            self._environment = environment
            self._known = _read(self._file, environment) if self._file else {}
            self._newest = dict(self._known.keys())
            self._changed = False

    def note(self, type: str, given: float, seconds: float, steps: int, in_steps: float) -> None:
        """A node took so many ``seconds``, ``in_steps`` of them for ``steps``."""
        place = type, magnitude(given)
        newer = Pace(max(seconds - in_steps, 0.0), in_steps / steps if steps else 0.0)
        older = self._known.pop(place, None)
        self._known[place] = older.blended(newer) if older else newer
        self._newest[type] = place[1]
        self._changed = True
        while len(self._known) > _MOST:
            del self._known[next(iter(self._known))]

    def pace(self, type: str, given: float | None) -> Pace | None:
        """The pace of a kind on inputs of this size; where that is unknown, its newest one."""
        if given is not None:
            found = self._known.get((type, magnitude(given)))
            if found is not None:
                return found
        return self._known.get((type, self._newest.get(type, -1)))

    def save(self) -> None:
        """Write what has changed; what cannot be written is noted in the log."""
        if self._file is None or not self._changed:
            return
        self._changed = False
        rows = [[type, size, pace.apart, pace.each] for (type, size), pace in self._known.items()]
        record = {"format": _FORMAT, "environment": self._environment, "paces": rows}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._file, json.dumps(record).encode("ascii"))
        except OSError as error:
            log.warning("How long nodes took could not be noted: %s", error)


def magnitude(size: float) -> Size:
    """A size in bytes to the next power of two: alike enough to take the same time."""
    return max(0, math.ceil(math.log2(size))) if size > 1 else 0


def _read(file: Path, environment: str) -> dict[tuple[str, Size], Pace]:
    """The paces as they were written; none where they are of another device, or damaged."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            return {}
        stored = json.loads(file.read_bytes())
        if (stored["format"], stored["environment"]) != (_FORMAT, environment):
            return {}
        return dict(_row(*row) for row in stored["paces"])
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, LookupError, RecursionError) as error:
        log.warning("How long nodes took is not readable and starts anew: %s", error)
        return {}


def _row(type: Any, size: Any, apart: Any, each: Any) -> tuple[tuple[str, Size], Pace]:
    pace = Pace(float(apart), float(each))
    if not (math.isfinite(pace.apart) and math.isfinite(pace.each)):
        raise ValueError("a time is not finite")
    return (str(type), int(size)), pace
