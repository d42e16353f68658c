"""The viewer: the picture of one node, its batch, slots beside it, and bars of small tools."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.sdk.saving import GraphChoice
from app.ui.compare.modes import Mode
from app.ui.compare.state import NOW
from app.ui.masks.painter import PaintedMask
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.parts import ViewerParts
from app.ui.viewer.picture_drag import PictureDrag
from app.ui.viewer.surroundings import Surroundings
from app.ui.words import tr


class Viewer(ViewerParts):
    """Shows what a node made, or how far it is. ``index_wanted`` asks for another of a batch."""

    index_wanted = Signal(str, str, int)
    batch_wanted = Signal(str, str)
    sharp_changed = Signal(bool)
    told = Signal(str)
    mask_painted = Signal(PaintedMask)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag = PictureDrag(self.view, lambda known: self.commands.inscribe(known, None))
        self._around = Surroundings(self)
        self._wants_batch = False
        self._connect()
        self.clear()

    @property
    def node(self) -> str | None:
        """The node whose picture is new here; None for a preview and where there is none."""
        now = self.comparing.now
        return now.node if now is not None and now.fingerprint else None

    @property
    def picture(self) -> KnownPicture | None:
        """The picture that commands are about: A, where pictures are compared."""
        return self.comparing.first

    def clear(self) -> None:
        """Show nothing new, and say how to get a picture."""
        self._take(None)
        self.head.show_state("")

    def show_picture(self, picture: KnownPicture) -> None:
        """Show a finished picture."""
        before = self.comparing.now
        self._take(picture)
        if before is None or before.fingerprint != picture.fingerprint:
            self.strip.clear()
            if picture.count > 1 and not picture.is_video:
                self.batch_wanted.emit(picture.node, picture.fingerprint)
        self.strip.mark(picture.index)
        self.head.show_state("")
        self._around.show_bars()

    def show_batch(self, fingerprint: str, images: Sequence[QImage]) -> None:
        """Here are all pictures of a batch."""
        now = self.comparing.now
        if now is not None and now.fingerprint == fingerprint:
            self.strip.show_batch(images)
            self.strip.mark(now.index)
            self.comparing.set_batch(images)
            if self._wants_batch:
                self.comparing.toggle_batch()
            self._wants_batch = False
            self._around.show_bars()

    def show_known(self, picture: KnownPicture) -> None:
        """Show a picture of the history, as if it were new."""
        self.comparing.state.first = NOW
        self.strip.clear()
        self._take(picture)
        self.head.show_state("")

    def show_preview(self, image: QImage, title: str) -> None:
        """Show how far a running node is."""
        self.strip.clear()
        self._take(KnownPicture(image, title))
        self.head.show_state("live")

    def begin_run(self) -> None:
        """A run begins: what is shown is of the one before, until something new comes."""
        self.comparing.follow()
        if self.comparing.now is not None:
            self.head.show_state("previous")
        self._around.show_bars()

    def end_preview(self) -> None:
        """The run is over: what is shown will not come further."""
        self.head.show_state("")

    def send(self, slot: int, picture: KnownPicture | None = None) -> None:
        """Put a picture, or the one that is seen, into a slot."""
        picture = picture or self.comparing.first
        if picture is None:
            self.told.emit(tr("There is no picture to put into slot {slot} yet.", slot=slot))
            return
        self.comparing.put(slot, picture)
        self.told.emit(tr("{title} is in slot {slot}.", title=picture.title, slot=slot))

    def set_sharp(self, sharp: bool) -> None:
        """Whether enlarged pictures show their pixels."""
        self.bar.sharp.setChecked(sharp)

    def turn(self, by: int) -> None:
        """Show the next picture of the batch or frame of the video, or the one before."""
        now = self.comparing.now
        if self.screening.is_on:
            self.screening.step(by)
        elif now is not None and now.fingerprint:
            self._ask_for(now.index + by)

    def show_all(self) -> None:
        """Show all pictures of the batch, or one; those of a video are only fetched now."""
        now = self.comparing.now
        if now is not None and now.is_video and not self.strip.count():
            self._wants_batch = True
            self.batch_wanted.emit(now.node, now.fingerprint)
        else:
            self.comparing.toggle_batch()

    def paint_mask(self) -> None:
        """Begin to paint a mask on the picture that is seen."""
        if self.picture is not None and not self.painter.is_painting:
            self.painter.begin(self.picture)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        if self.picture is not None:
            self.commands.copy(self.picture)

    def save_picture(self, choice: GraphChoice | None = None) -> None:
        """Ask where, and save the picture with its graph inside, or as ``choice`` says."""
        if self.picture is not None:
            self.commands.save_as(self.picture, choice)

    def close_threads(self) -> None:
        """End what works beside the window."""
        self.screening.close()
        self.comparing.close()
        self.commands.close()

    def _take(self, picture: KnownPicture | None) -> None:
        self._wants_batch = False
        self.comparing.set_now(picture)
        self.screening.take(picture)
        self._around.show_bars()

    def _ask_for(self, index: int) -> None:
        now = self.comparing.now
        if self.screening.is_on:
            self.screening.player.go_to(index)
        elif now is not None and 0 <= index < now.count:
            self.index_wanted.emit(now.node, now.fingerprint, index)

    def _pane_chosen(self, pane: int) -> None:
        if self.comparing.state.mode is Mode.BATCH:
            self.comparing.toggle_batch()
            self._ask_for(pane)
        else:
            self.comparing.choose(list(self.slots.filled())[pane])

    def _drag_out(self, pane: int) -> None:
        picture = self.comparing.picture_in(pane)
        if picture is not None:
            self._drag.start(picture)

    def _connect(self) -> None:
        self.view.drag_wanted.connect(self._drag_out)
        self.view.pane_chosen.connect(self._pane_chosen)
        self.comparing.told.connect(self.told)
        self.commands.told.connect(self.told)
        self.screening.told.connect(self.told)
        self.strip.chosen.connect(self._ask_for)
        self.painter.used.connect(self.mask_painted)
        self.head.copy.clicked.connect(self.copy_picture)
        self.head.save.clicked.connect(lambda: self.save_picture())
        self.head.drag_wanted.connect(lambda: self._drag_out(0))
        self.bar.turn_wanted.connect(self.turn)
        self.bar.batch.clicked.connect(self.show_all)
        self.bar.play.clicked.connect(self.screening.toggle)
        self.bar.sharp_changed.connect(self.view.set_sharp)
        self.bar.sharp_changed.connect(self.sharp_changed)
        self.bar.fit.clicked.connect(self.view.fit)
        self.bar.actual.clicked.connect(self.view.actual_size)
        self.bar.brush.clicked.connect(self.paint_mask)
        self.bar.compare.clicked.connect(lambda: self.comparing.show_mode(Mode.WIPE))
