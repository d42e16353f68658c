"""Keeps a graph from elsewhere away from the user's files until he was asked.

A graph is read, drawn and checked without looking at any file that it names. What it would read
outside the program's own folders is told; only once the user has agreed it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.allowed import KnownPlaces
from app.graph.changes import Change
from app.graph.document import Snapshot
from app.graph.kinds import Kinds
from app.graph.outside import OutsidePlace, chosen_in, outside_places, pasted_wires
from app.ui.plain import shortened
from app.ui.question import Choice, Question, Role, put
from app.ui.running.problem_list import Problem, Remedy
from app.ui.words import tr

Ask = Callable[[str, Sequence[OutsidePlace]], bool]
"""Asks whether the graph of this name may read these places."""

_SHOWN = 10
_LONGEST = 120


class Abroad:
    """Knows of one open graph what it may not read yet; asks when it is to run.

    Without ``places`` nothing is kept from it. Who has said no is not asked again before he opens
    the graph anew or lets the problem ask.
    """

    def __init__(self, kinds: Kinds, places: KnownPlaces | None, ask: Ask) -> None:
        self._kinds, self._places, self.ask = kinds, places, ask
        self._wired: frozenset[tuple[str, str, str]] = frozenset()
        self._refused: frozenset[OutsidePlace] = frozenset()

    def opened(self, snapshot: Snapshot) -> None:
        """Another graph is here."""
        self._refused = frozenset()
        self._wired = frozenset()
        if self._places is not None:
            wired = (place for place in outside_places(snapshot, self._kinds) if place.is_wired)
            self._wired = frozenset(p.socket for p in wired if p.text not in self._places)

    def edited(self, change: Change) -> None:
        """The user has changed something: a place that he chose himself is known from now on, and
        what came with its wires when he pasted is not."""
        if self._places is not None:
            self._places.add(chosen_in(change))
            self._wired |= frozenset(pasted_wires(change))

    def held(self, snapshot: Snapshot) -> tuple[OutsidePlace, ...]:
        """What the graph may not read yet."""
        if self._places is None:
            return ()
        places = outside_places(snapshot, self._kinds)
        return tuple(place for place in places if self._is_held(place, self._places))

    def may_run(self, snapshot: Snapshot, name: str) -> bool:
        """Whether the graph may read all that it names; asks where that is not known."""
        held = self.held(snapshot)
        if held and not self._refused >= frozenset(held):
            self.ask_about(held, name)
            held = self.held(snapshot)
        if not held and self._places is not None:
            self._places.add(each.text for each in outside_places(snapshot, self._kinds))
        return not held

    def ask_about(self, held: Sequence[OutsidePlace], name: str) -> None:
        """Ask whether these places may be read, and remember the answer."""
        if self._places is None:
            return
        if self.ask(name, held):
            self._wired -= frozenset(place.socket for place in held)
            self._places.add(place.text for place in held)
        else:
            self._refused |= frozenset(held)

    def _is_held(self, place: OutsidePlace, known: KnownPlaces) -> bool:
        return place.socket in self._wired if place.is_wired else place.text not in known


def refusal(ask: Callable[[], object]) -> Problem:
    """What is told of a run that was not allowed, with a way to ``ask`` once more."""
    sentence = tr(
        "This graph was not run: it would read files of yours that you have not allowed it to."
    )
    return Problem("run", sentence, remedies=(Remedy(tr("Ask me again"), ask),))


def asker(parent: QWidget) -> Ask:
    """Asks in a window of its own, over ``parent``."""

    def ask(name: str, places: Sequence[OutsidePlace]) -> bool:
        """Name the places and wait for the answer; no is the one that Escape gives."""
        advice = tr(
            "What it reads can end up in what it saves. If you did not expect that, don't run it."
        )
        question = Question(
            tr("A graph from elsewhere"),
            tr("The graph {name} wants to read files of yours.", name=shortened(name)),
            f"{listed(places)}\n\n{advice}",
            is_warning=True,
        )
        allow = Choice(tr("Let it read them"), Role.AcceptRole, True)
        return put(parent, question, [allow], Choice(tr("Don't run"), Role.RejectRole, False))

    return ask


def listed(places: Sequence[OutsidePlace]) -> str:
    """The places in lines, each with its node."""
    lines = list(dict.fromkeys(_line(place) for place in places))
    more = len(lines) - _SHOWN
    shown = lines[:_SHOWN] + ([tr("and {count} more", count=more)] if more > 0 else [])
    return "\n".join(f"• {line}" for line in shown)


def _line(place: OutsidePlace) -> str:
    title = shortened(place.title)
    if place.is_wired:
        return tr("{node}: a place that the graph works out while it runs", node=title)
    return tr("{node}: {place}", node=title, place=_shown(place.text))


def _shown(text: str) -> str:
    """A place on one line: its begin and its end, and no sign that turns or hides others."""
    plain = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[: _LONGEST // 2]} … {plain[-_LONGEST // 2 :]}"
