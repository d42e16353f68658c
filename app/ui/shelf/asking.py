"""Asks what a source offers, on a thread of its own, so that the window never waits."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from app.graph.errors import LoomError
from app.models.downloads.offers import Offer, offered
from app.models.downloads.sources import Source


class Asking(QObject):
    """One question: ``answered`` has the Offer, ``failed`` the DownloadError."""

    answered = Signal(Offer)
    failed = Signal(LoomError)

    def __init__(self, source: Source, token: str, allow_plain: bool) -> None:
        super().__init__()
        self.source, self.allow_plain = source, allow_plain
        self._token = token
        self._is_over = False

    def start(self) -> None:
        """Ask."""
        threading.Thread(target=self._ask, name="asking", daemon=True).start()

    def drop(self) -> None:
        """Nobody wants to hear the answer any more."""
        self._is_over = True

    def _ask(self) -> None:
        try:
            offer = offered(self.source, self._token, allow_plain=self.allow_plain)
        except LoomError as error:
            if not self._is_over:
                self.failed.emit(error)
            return
        if not self._is_over:
            self.answered.emit(offer)
