"""Brings what is new and what lies in the slots into the viewer's area, as the user looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.ui.compare.bar import CompareBar
from app.ui.compare.before import Before
from app.ui.compare.difference import Difference, DifferenceFinder, difference_words
from app.ui.compare.modes import COMPARING, Mode
from app.ui.compare.slots import Slots
from app.ui.compare.state import NOW, Comparison
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_layer import Layer
from app.ui.viewer.picture_view import PictureView
from app.ui.words import tr


class Comparing(QObject):
    """Follows the slots and the bar above the picture."""

    changed = Signal()
    told = Signal(str)

    def __init__(
        self, view: PictureView, bar: CompareBar, slots: Slots, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._bar, self._slots = view, bar, slots
        self.state = Comparison()
        self.now: KnownPicture | None = None
        self._before = Before()
        self._batch: list[QImage] = []
        self._gain = 1
        self._paused = False
        self._found: Difference | None = None
        self._finder = DifferenceFinder(self)
        self._finder.found.connect(self._show_found)
        slots.changed.connect(self._slot_changed)
        bar.chosen.connect(self.choose)
        bar.second_chosen.connect(self.choose_second)
        bar.clear_wanted.connect(slots.clear)
        bar.mode_wanted.connect(self.show_mode)
        bar.swap_wanted.connect(self.swap)
        bar.turn_wanted.connect(self.turn_line)
        bar.gain_changed.connect(self._set_gain)

    @property
    def first(self) -> KnownPicture | None:
        """A: the picture that is seen first."""
        return self._picture(self.state.first)

    @property
    def second(self) -> KnownPicture | None:
        """B: the picture that A is compared with."""
        return self._picture(self.state.second)

    @property
    def note(self) -> str:
        """What is to be said of the comparison."""
        if self.state.mode is Mode.DIFFERENCE and self._found is not None:
            return difference_words(self._found)
        if self.state.is_comparing and self.first is not None and self.second is not None:
            return _scaling_words(self.first.image, self.second.image)
        return ""

    def set_now(self, picture: KnownPicture | None) -> None:
        """Another picture is new, or none."""
        if not _same_value(self.now, picture):
            self._batch = []
        self._before.take(picture)
        self.now = picture
        self.state.has_now = picture is not None
        if self.state.mode is Mode.BATCH and not self._batch:
            self.state.mode = Mode.ONE
        self._refresh()

    def turn_to(self, picture: KnownPicture) -> None:
        """Another frame of what is new: nothing else changes."""
        self.now = picture
        if not self._paused:
            self._view.show_layers(self._layers(), self.state.mode)

    def set_batch(self, images: Sequence[QImage]) -> None:
        """All pictures of the batch that the new one is of."""
        self._batch = list(images)

    def take_path(self, fingerprint: str, number: int, path: str) -> None:
        """The picture that is new was saved in a file."""
        now = self.now
        if now is None or now.fingerprint != fingerprint:
            return
        if now.index == number or now.is_video:  # all frames lie in one file
            self.now = replace(now, path=path)
            self.changed.emit()

    def put(self, slot: int, picture: KnownPicture) -> None:
        """Put a picture into a slot and look at it."""
        self._slots.put(slot, picture)

    def follow(self) -> None:
        """A run begins."""
        self.state.follow()
        self._refresh()

    def choose(self, slot: int) -> None:
        """Look at a slot, or at what is new."""
        self._do(self.state.choose(slot), tr("Slot {slot} is empty.", slot=slot))

    def choose_second(self, slot: int) -> None:
        """Compare with a slot, or with what is new."""
        self._do(self.state.choose_second(slot), tr("Slot {slot} is empty.", slot=slot))

    def show_mode(self, mode: Mode) -> None:
        """Look in another way, or at one picture again."""
        if mode in COMPARING:
            self._fetch_before()
        self._do(self.state.show(mode), _nothing_to_compare())

    def compare(self, mode: Mode) -> None:
        """Compare the first slots in one of the ways."""
        slots = list(self._slots.filled())
        self.state.mode = Mode.ONE
        self.state.first, self.state.second = slots[0], slots[1]
        self.show_mode(mode)

    def cycle(self) -> None:
        """Look in the next way."""
        self._fetch_before()
        self._do(self.state.cycle(), _nothing_to_compare())

    def swap(self) -> None:
        """A becomes B and B becomes A."""
        self.state.swap()
        self._refresh()

    def turn_line(self) -> None:
        """Let the line between A and B lie level, or stand upright."""
        self._view.wipe.upright = not self._view.wipe.upright
        self._view.update()

    def toggle_batch(self) -> None:
        """Show all pictures of the batch, or one."""
        if len(self._batch) > 1 and self.state.first == NOW:
            self._do(self.state.show(Mode.BATCH), "")

    def picture_in(self, pane: int) -> KnownPicture | None:
        """The picture that is seen in a pane."""
        if self.state.mode is Mode.SLOTS:
            return list(self._slots.filled().values())[pane]
        return self.second if self.state.mode is Mode.SIDE and pane == 1 else self.first

    def pause(self) -> None:
        """Leave the view to somebody else."""
        self._paused = True
        self._finder.cancel()

    def go_on(self) -> None:
        """Show again what there is now."""
        self._paused = False
        self._refresh()

    def close(self) -> None:
        """End what works beside the window."""
        self._finder.close()

    def _picture(self, slot: int) -> KnownPicture | None:
        return self.now if slot == NOW else self._slots[slot]

    def _slot_changed(self, slot: int) -> None:
        if self._slots[slot] is None:
            self.state.empty(slot)
        else:
            self.state.fill(slot)
        self._refresh()

    def _fetch_before(self) -> None:
        """Where nothing was put aside, what is new is compared with what was seen before it."""
        if self._before.picture is not None and not self._slots.filled():
            self._slots.put(1, self._before.picture)
            self.state.swap()  # what is new stays A, and is seen again after comparing

    def _do(self, done: bool, otherwise: str) -> None:
        if done:
            self._refresh()
        else:
            self.told.emit(otherwise)
            self._bar.show_slots(self._slots.filled(), self.now, self.state)

    def _set_gain(self, gain: int) -> None:
        self._gain = gain
        self._find_difference()

    def _refresh(self) -> None:
        """Show what the state says."""
        if self._paused:
            return
        self._found = None
        self._finder.cancel()
        self._view.show_layers(self._layers(), self.state.mode)
        if self.state.mode is Mode.DIFFERENCE:
            self._find_difference()
        self._bar.show_slots(self._slots.filled(), self.now, self.state)
        self.changed.emit()

    def _layers(self) -> list[Layer]:
        mode = self.state.mode
        if mode is Mode.BATCH:
            return [Layer(image, str(number)) for number, image in enumerate(self._batch, 1)]
        if mode is Mode.SLOTS:
            filled = self._slots.filled().items()
            return [Layer(known.image, f"{slot} · {known.title}") for slot, known in filled]
        if self.state.is_comparing:
            both = (("A", self.first), ("B", self.second))
            return [Layer(known.image, f"{name} · {known.title}") for name, known in both if known]
        return [Layer(self.first.image)] if self.first else []

    def _find_difference(self) -> None:
        if self.first is not None and self.second is not None:
            self._finder.find(self.first.image, self.second.image, self._gain)

    def _show_found(self, found: Difference) -> None:
        if self.state.mode is Mode.DIFFERENCE:
            self._found = found
            self._view.show_difference(found.image)
            self.changed.emit()


def _same_value(one: KnownPicture | None, other: KnownPicture | None) -> bool:
    """Whether two pictures are of one batch."""
    if one is None or other is None:
        return False
    return bool(one.fingerprint) and one.fingerprint == other.fingerprint


def _scaling_words(first: QImage, second: QImage) -> str:
    """That B is shown in another size than its own; empty where both are equally large."""
    if first.size() == second.size():
        return ""
    size = second.size()
    return tr("B {width} × {height} scaled to A", width=size.width(), height=size.height())


def _nothing_to_compare() -> str:
    return tr(
        "There is no other picture to compare with: change something and run again, "
        "or press 1 to 9 on a node to put its picture into a slot."
    )
