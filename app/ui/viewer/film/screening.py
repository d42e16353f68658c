"""Films in the viewer: what is new there plays where it is a video, or a batch on wish."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.ui.compare.comparing import Comparing
from app.ui.compare.modes import Mode
from app.ui.compare.state import NOW
from app.ui.viewer.film.bar import PlayerBar
from app.ui.viewer.film.player import SPEEDS, Film, Player
from app.ui.viewer.film.reel import Reel
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import tr

BATCH_RATE = 8.0
"""Pictures a second at which a batch plays, which has no rate of its own."""


class Screening(QObject):
    """Joins the player and its bar to what the viewer shows."""

    told = Signal(str)

    def __init__(self, bar: PlayerBar, comparing: Comparing, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._bar, self._comparing, self._viewer = bar, comparing, viewer
        self.reel = Reel(self)
        self.player = Player(self.reel, self)
        self._wants_play = True
        bar.hide()
        bar.play.clicked.connect(self.toggle)
        bar.frame_wanted.connect(self.player.go_to)
        bar.speed_wanted.connect(self.player.set_speed)
        bar.ending.clicked.connect(self.next_ending)
        self.player.shown.connect(self._show)
        self.player.changed.connect(self._show_player)
        self.reel.lost.connect(self._tell_lost)
        comparing.changed.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether a film is in."""
        return self.player.film is not None

    @property
    def can_play(self) -> bool:
        """Whether there is anything that can move."""
        now = self._comparing.now
        return now is not None and now.count > 1 and bool(now.fingerprint)

    def take(self, picture: KnownPicture | None) -> None:
        """Another picture is seen: a video plays, unless the user paused the one before."""
        film = None
        if picture is not None and picture.is_video:
            film = Film(picture.fingerprint, picture.count, picture.rate)
        if film is not None and film == self.player.film:
            return
        before = self.player.film
        if picture is not None and before and before.fingerprint == picture.fingerprint:
            return  # a batch that the user plays
        self.player.put_in(film, picture.index if picture else 0)
        if film is not None and self._wants_play and self._is_seen():
            self.player.play()

    def toggle(self) -> None:
        """Play, or pause; a batch plays as if it were a video."""
        if not self.can_play:
            self.told.emit(tr("There is no video and no batch to play."))
            return
        now = self._comparing.now
        if self.player.film is None and now is not None:
            self.player.put_in(Film(now.fingerprint, now.count, BATCH_RATE), now.index)
        if not self._is_seen():
            self._comparing.choose(NOW)
        self.player.toggle()
        self._wants_play = self.player.is_playing

    def step(self, by: int) -> None:
        """Show a frame further on, and stand still there."""
        self._wants_play = False
        self.player.step(by)

    def go_to_end(self, *, last: bool) -> None:
        """Show the first frame, or the last."""
        film = self.player.film
        if film is not None:
            self.player.go_to(film.count - 1 if last else 0)

    def quicken(self, by: int) -> None:
        """The next speed above, or below with -1."""
        place = SPEEDS.index(self.player.speed) + by
        self.player.set_speed(SPEEDS[min(max(0, place), len(SPEEDS) - 1)])

    def next_ending(self) -> None:
        """Choose what follows the last frame."""
        self.player.set_ending(self.player.ending.next)

    def pause(self) -> None:
        """Stand still while something else is done."""
        self.player.pause()

    def close(self) -> None:
        """End what works beside the window."""
        self.player.pause()
        self.reel.close()

    def _is_seen(self) -> bool:
        """Whether what is new is looked at, in a way in which it can move."""
        state = self._comparing.state
        return state.first == NOW and state.mode in (Mode.ONE, Mode.WIPE, Mode.SIDE)

    def _look(self) -> None:
        if self.player.is_playing and not self._is_seen():
            self.player.pause()

    def _show(self, index: int, image: QImage) -> None:
        now, film = self._comparing.now, self.player.film
        if now is None or film is None or now.fingerprint != film.fingerprint:
            return
        self._bar.show_place(self.player)
        if not self._viewer.isVisible() and self.player.is_playing:
            return
        self._comparing.turn_to(replace(now, image=image, index=index))

    def _show_player(self) -> None:
        self._bar.show_player(self.player)

    def _tell_lost(self) -> None:
        self.told.emit(tr("The frames of this video are no longer kept: run its graph again."))
