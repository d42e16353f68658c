"""What a run says about nodes wherever they lie, and what that means for the subgraphs in view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QImage

from app.ui.canvas.cards.items import OUTDATING
from app.ui.canvas.look import Look, State

_UNFINISHED: tuple[State, ...] = ("queued", "running")
_SETTLED: tuple[State, ...] = ("skipped", "idle", "done", "cached", "muted")


class InnerStates:
    """Looks and previews by address; a subgraph shows those of what lies in it as one."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}
        self._previews: dict[str, QImage] = {}
        self._inside: dict[str, dict[str, None]] = {}
        self._latest: dict[str, str] = {}
        self._previous: set[str] = set()

    def set_look(self, address: str, look: Look) -> None:
        """Remember how a node looks."""
        if look.state in OUTDATING and address in self._previews:
            self._previous.add(address)
        self._looks[address] = look
        for holder in _holders(address):
            self._inside.setdefault(holder, {})[address] = None

    def set_preview(self, address: str, image: QImage | None, *, again: bool = False) -> None:
        """Remember what a node shows; shown ``again``, it is as old as it was."""
        if not again:
            self._previous.discard(address)
        if image is None:
            self._previews.pop(address, None)
        else:
            self._previews[address] = image
            self._latest.update(dict.fromkeys(_holders(address), address))

    def look(self, address: str) -> Look:
        """How a node looks; a subgraph as what lies in it does."""
        inside = self._inside.get(address)
        own = self._looks.get(address, Look())
        if not inside or own.state == "muted":
            return own
        return joined([self._looks[each] for each in inside])

    def preview(self, address: str) -> QImage | None:
        """What a node shows; a subgraph shows what was seen in it last."""
        return self._previews.get(self.pictured(address))

    def is_previous(self, address: str) -> bool:
        """Whether what a node shows is of a graph that has changed since."""
        return self.pictured(address) in self._previous

    def pictured(self, address: str) -> str:
        """The address of what a node shows."""
        return address if address in self._previews else self._latest.get(address, address)

    def forget_nodes(self, gone: Iterable[str]) -> None:
        """These nodes are no more: what they lay in shows nothing of them."""
        for address in gone:
            self._looks.pop(address, None)
            self._previews.pop(address, None)
            self._previous.discard(address)
            for holder in _holders(address):
                self._leave(holder, address)

    def _leave(self, holder: str, address: str) -> None:
        """A node lies in an instance no more."""
        inside = self._inside.get(holder, {})
        inside.pop(address, None)
        if not inside:
            self._inside.pop(holder, None)
        if self._latest.get(holder) == address:
            del self._latest[holder]

    def forget(self) -> None:
        """Know nothing, as of another document."""
        self._looks.clear()
        self._previews.clear()
        self._inside.clear()
        self._latest.clear()
        self._previous.clear()


def joined(looks: Iterable[Look]) -> Look:
    """Several nodes as one: what failed comes first, then what works or waits."""
    held = list(looks)
    for state in ("failed", "running"):
        for look in held:
            if look.state == state:
                return look
    return _waiting(held) or _settled(held)


def _waiting(held: Sequence[Look]) -> Look | None:
    """How far nodes are of which some wait; None where none does."""
    if all(look.state != "queued" for look in held):
        return None
    done = sum(look.state not in _UNFINISHED for look in held)
    return Look("running", done, len(held)) if done else Look("queued")


def _settled(held: Sequence[Look]) -> Look:
    """What came of nodes of which none works or waits."""
    states = {look.state for look in held}
    state: State = next((state for state in _SETTLED if state in states), "idle")
    seconds = sum(look.seconds or 0.0 for look in held) or None
    places = {look.found for look in held}
    found = "disk" if "disk" in places else held[0].found
    return Look(state, seconds=seconds, found=found if state == "cached" else "")


def _holders(address: str) -> Iterator[str]:
    """The addresses of the instances that a node lies in."""
    parts = address.split("/")
    for depth in range(1, len(parts)):
        yield "/".join(parts[:depth])
