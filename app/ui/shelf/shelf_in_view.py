"""The shelf as the screen sees it: what its threads do is told on the thread of the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine.services import Models
from app.models.downloads.downloads import Downloads
from app.models.downloads.tokens import Tokens
from app.models.librarian import Librarian, NoContents
from app.models.records import Shelved
from app.models.shelf import Shelf

_PAUSE = 100
"""Milliseconds within which several changes are told as one."""


class ShelfInView(QObject):
    """Follows a librarian and the downloads; ``unfinished`` is the file that remembers those.

    ``changed`` tells that the models are others or more is known of them, ``traits_changed`` that
    this may change what fits on the canvas, ``looking_changed`` that the folders begin or end to be
    looked through, ``downloads_changed`` how far downloads are.
    """

    changed = Signal()
    traits_changed = Signal()
    looking_changed = Signal(bool)
    downloads_changed = Signal()
    _woken = Signal()

    def __init__(
        self, models: Models, unfinished: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.librarian: Librarian = (
            models if isinstance(models, Librarian) else Librarian(Shelf(()), NoContents())
        )
        self.downloads = Downloads(Tokens(), self._fetched, unfinished)
        self._shown: Shelved | None = None
        self._traits: dict[tuple[str, str], dict[str, str]] = {}
        self._was_looking = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._woken.connect(self._wake)
        self._listeners = (
            (self.librarian.shelf.on_change, self._woken.emit),
            (self.librarian.on_work, self._woken.emit),
            (self.downloads.on_change, self._woken.emit),
        )
        for heard, tell in self._listeners:
            heard.append(tell)

    @property
    def shelved(self) -> Shelved:
        """All models, as far as they are known now."""
        return self.librarian.shelf.shelved

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where models are looked for; new ones go into the first."""
        return self.librarian.shelf.folders

    @property
    def is_looking(self) -> bool:
        """Whether the folders are being looked through."""
        return self.librarian.is_looking

    @property
    def has_looked(self) -> bool:
        """Whether all folders were looked through at least once."""
        return self.librarian.has_looked

    def start(self) -> None:
        """Begin to look through the folders."""
        if self.folders:
            self.librarian.start()
        self.downloads.bring_back()

    def look_again(self) -> None:
        """Look through the folders again."""
        self.librarian.look_again()

    def close(self) -> None:
        """Let go of the threads."""
        for heard, tell in self._listeners:
            heard.remove(tell)
        self.downloads.close()

    def _fetched(self, path: Path, source: str, hash: str) -> None:
        """A model has come; called on the thread of the downloads."""
        shelf = self.librarian.shelf
        shelf.take_in(path, hash=hash, source=source)
        self.librarian.look_again()

    def _wake(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _tell(self) -> None:
        self.downloads_changed.emit()
        if self._was_looking != self.is_looking:
            self._was_looking = self.is_looking
            self.looking_changed.emit(self.is_looking)
        if self._shown is not self.shelved:
            self._shown = self.shelved
            self.changed.emit()
            traits = {key: each.known.traits for key, each in self._shown.by_name.items()}
            if traits != self._traits:
                self._traits = traits
                self.traits_changed.emit()
