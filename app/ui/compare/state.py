"""Which of the slots are looked at, and how."""

from __future__ import annotations

from collections.abc import Collection

from app.ui.compare.modes import COMPARING, Mode

NOW = 0
"""Stands for the picture that the viewer follows, beside the slots 1 to 9."""

SLOTS = range(1, 10)


class Comparison:
    """Two pictures, A and B, each a slot or what is new, and the way they are looked at."""

    def __init__(self) -> None:
        self.first, self.second = NOW, NOW
        self.mode = Mode.ONE
        self.has_now = False
        self._filled: set[int] = set()

    @property
    def filled(self) -> Collection[int]:
        """The slots that hold a picture."""
        return frozenset(self._filled)

    @property
    def is_comparing(self) -> bool:
        """Whether two pictures are set against one another."""
        return self.mode in (Mode.WIPE, Mode.SIDE, Mode.DIFFERENCE)

    def choose(self, slot: int) -> bool:
        """Look at a slot as A; what was A becomes B if they would be the same. False: empty."""
        if slot != NOW and slot not in self._filled:
            return False
        if slot != self.first and (slot == self.second or not self.is_comparing):
            self.second = self.first
        self.first = slot
        if self.mode in (Mode.SLOTS, Mode.BATCH):
            self.mode = Mode.ONE
        return True

    def choose_second(self, slot: int) -> bool:
        """Compare with a slot as B, by a line where nothing was compared yet. False: empty."""
        if slot != NOW and slot not in self._filled:
            return False
        if slot == self.first:
            self.first = self.second
        self.second = slot
        if not self.is_comparing:
            self.mode = Mode.WIPE
        return True

    def fill(self, slot: int) -> None:
        """A picture was sent to a slot: it is looked at."""
        self._filled.add(slot)
        self.choose(slot)

    def empty(self, slot: int) -> None:
        """A slot was cleared."""
        self._filled.discard(slot)
        self.first = NOW if self.first == slot else self.first
        self.second = NOW if self.second == slot else self.second
        if self.first == self.second and self.is_comparing:
            self.mode = Mode.ONE
        if not self._filled and self.mode is Mode.SLOTS:
            self.mode = Mode.ONE

    def swap(self) -> None:
        """A becomes B and B becomes A."""
        self.first, self.second = self.second, self.first

    def show(self, mode: Mode) -> bool:
        """Look in another way, or at one picture again; False where there is nothing to compare."""
        if mode is self.mode:
            self.mode = Mode.ONE
        elif mode in COMPARING and not self._find_second():
            return False
        else:
            self.mode = mode
        return True

    def cycle(self) -> bool:
        """Look in the next way; False where there is nothing to compare."""
        if self.mode not in COMPARING:
            return self.show(COMPARING[0])
        place = COMPARING.index(self.mode) + 1
        self.mode = COMPARING[place] if place < len(COMPARING) else Mode.ONE
        return True

    def follow(self) -> None:
        """A run begins: look at what it makes, unless things are being compared."""
        if self.mode is Mode.ONE:
            self.first = NOW

    def _find_second(self) -> bool:
        """Make B another picture than A."""
        there = [NOW] * self.has_now + sorted(self._filled)
        if self.first not in there:
            self.first = next(iter(there), NOW)
        if self.first == self.second or self.second not in there:
            self.second = next((slot for slot in there if slot != self.first), self.first)
        return self.first != self.second
