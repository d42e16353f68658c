"""Tells a user who is elsewhere that a long run has ended, and how far it is until then."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.engine.events import RunFinished
from app.ui.desktop.signs import DesktopSigns
from app.ui.running.pace import Progress
from app.ui.settings.remembered import Remembered
from app.ui.tab import Tab
from app.ui.words import seconds_text, tr


class Notices(QObject):
    """Follows the runs of all graphs of a window."""

    def __init__(
        self,
        window: QWidget,
        remembered: Remembered,
        signs: DesktopSigns,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._remembered = window, remembered
        self._signs, self._clock = signs, clock
        self._began: dict[Tab, float] = {}
        self._shown = -1

    def follow(self, tab: Tab) -> None:
        """A graph was opened."""
        tab.began.connect(lambda: self._begin(tab))
        tab.progressed.connect(self._progressed)
        tab.ended.connect(lambda event: self._end(tab, event))
        tab.closed.connect(lambda: self._end(tab, None))

    def is_away(self) -> bool:
        """Whether the user looks at another program, or at nothing."""
        return QApplication.activeWindow() is None or self._window.isMinimized()

    def _begin(self, tab: Tab) -> None:
        self._began[tab] = self._clock()

    def _progressed(self, progress: Progress) -> None:
        """Show how far the run is, but not each of a thousand small steps."""
        if progress.share is None:
            return
        percent = round(100 * progress.share)
        if percent != self._shown:
            self._shown = percent
            self._signs.progress(progress.share)

    def _end(self, tab: Tab, event: Any) -> None:
        began = self._began.pop(tab, None)
        if self._shown >= 0 and not self._began:
            self._shown = -1
            self._signs.progress(None)
        if began is None or not isinstance(event, RunFinished) or event.stopped:
            return
        took, least = self._clock() - began, self._remembered.settings.notice_after
        if least <= 0 or took < least or not self.is_away():
            return
        QApplication.alert(self._window)
        words = tr("Done in {time}", time=seconds_text(took))
        self._signs.notify(tab.name, words if event.ok else tr("Ended with problems"))
