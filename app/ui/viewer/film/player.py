"""The clock of a film: which frame is to be seen now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from app.ui.viewer.film.course import Ending, frame_at, is_over
from app.ui.viewer.film.reel import AHEAD, Reel

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
_QUICKEST, _SLOWEST = 8, 100
"""Milliseconds between two looks at the clock."""


@dataclass(frozen=True)
class Film:
    """What is played: ``count`` pictures of a value, ``rate`` of them a second."""

    fingerprint: str
    count: int
    rate: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.count / self.rate


class Player(QObject):
    """Plays one film. A frame that is not ready in time makes the clock wait, never the window.

    ``shown`` brings the frame that is to be seen, ``changed`` tells that anything else is new.
    """

    shown = Signal(int, QImage)
    changed = Signal()

    def __init__(self, reel: Reel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reel = reel
        self.film: Film | None = None
        self.index = 0
        self.speed = 1.0
        self.ending = Ending.LOOP
        self.is_playing = False
        self._first_step = self._step = 0
        self._awaited: int | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        reel.brought.connect(self._frame_came)
        reel.lost.connect(self._give_up)

    def put_in(self, film: Film | None, index: int = 0) -> None:
        """Take another film, or none, standing at a frame that is seen already."""
        self._give_up()
        self.film, self.index = film, index
        self._reel.open(film.fingerprint if film else "")
        self.changed.emit()

    def play(self) -> None:
        """Go on from the frame that is seen; from the first one where it is the last."""
        film = self.film
        if film is None or film.count < 2:
            return
        at_end = is_over(self.index, film.count, self.ending)
        self._awaited = None
        self._start_from(0 if at_end else self.index)
        self.is_playing = True
        self._timer.start(max(_QUICKEST, min(_SLOWEST, round(500 / (film.rate * self.speed)))))
        self._want_from(self._first_step)
        self.changed.emit()

    def pause(self) -> None:
        """Stand still; a frame that is on its way is still shown."""
        self._timer.stop()
        if self.is_playing:
            self.is_playing = False
            self._reel.let_go()
            self.changed.emit()

    def toggle(self) -> None:
        """Play, or pause."""
        self.pause() if self.is_playing else self.play()

    def go_to(self, index: int) -> None:
        """Show this frame as soon as it is ready; a film that plays goes on from there."""
        if self.film is None:
            return
        self.index = min(max(0, index), self.film.count - 1)
        if self.is_playing:
            self._start_from(self.index)
        self._awaited = self.index
        self._show_awaited()
        self.changed.emit()

    def step(self, by: int) -> None:
        """Pause, and show a frame further on; the first one follows the last."""
        if self.film is not None:
            self.pause()
            self.go_to((self.index + by) % self.film.count)

    def set_speed(self, speed: float) -> None:
        """How many times as fast as it should be."""
        self.speed = speed
        self._begin_again()

    def set_ending(self, ending: Ending) -> None:
        """What follows the last frame."""
        self.ending = ending
        self._begin_again()

    def _give_up(self) -> None:
        """Stand still, and wait for nothing."""
        self._awaited = None
        self.pause()

    def _begin_again(self) -> None:
        if self.is_playing:
            self.play()
        self.changed.emit()

    def _start_from(self, step: int) -> None:
        self._first_step = self._step = step
        self._clock.start()

    def _look(self) -> None:
        """Show the frame of now; where it is not ready, stop the clock until it is."""
        film = self.film
        if film is None or self._awaited is not None:
            return
        passed = self._clock.elapsed() * film.rate * self.speed / 1000
        self._step = self._first_step + int(passed)
        index = frame_at(self._step, film.count, self.ending)
        if index != self.index:
            self.index = self._awaited = index
            self._show_awaited()
        if is_over(self._step, film.count, self.ending) and self._awaited is None:
            self.pause()

    def _show_awaited(self) -> None:
        """Show the frame that is waited for if it is ready, else ask for it."""
        image = self._reel.frame(self.index)
        if image is not None:
            self._awaited = None
            self.shown.emit(self.index, image)
        self._want_from(self._step if self.is_playing else self.index)

    def _want_from(self, step: int) -> None:
        if self.film is not None:
            steps = range(step, step + AHEAD)
            ending, count = self.ending, self.film.count
            self._reel.want([frame_at(each, count, ending) for each in steps])

    def _frame_came(self, index: int) -> None:
        if index == self._awaited:
            self._start_from(self._step)
            self._show_awaited()
