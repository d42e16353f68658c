"""What can be done with a picture: copy it, save it, find its file, throw that away."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.graph.errors import LoomError
from app.places import home, is_file
from app.sdk.saving import GraphChoice
from app.ui.desktop.faults import hear
from app.ui.desktop.outside import show_in_folder
from app.ui.files.questions import ask_replace
from app.ui.trash import throw_away
from app.ui.viewer.film.writing import FILM_FORMATS, write_film
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_drag import mime_of
from app.ui.viewer.picture_writing import FORMATS, write_picture
from app.ui.viewer.pictures import pictured
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.interchange.embedding import Embedding

Inscribe = Callable[[KnownPicture, "GraphChoice | None"], "str | Embedding"]
AskPath = Callable[[QWidget, str], str]
"""Asks the user for the path of a new picture; the given one is offered."""


def ask_path(parent: QWidget, offered: str) -> str:
    """Ask for a path with the system's own dialog; empty where the user gave up."""
    kinds = ";;".join(("PNG (*.png)", "JPEG (*.jpg *.jpeg)", "WebP (*.webp)"))
    return QFileDialog.getSaveFileName(parent, tr("Save the picture"), offered, kinds)[0]


def ask_film_path(parent: QWidget, offered: str) -> str:
    """Ask for the path of a video, or of the one frame of it that is seen."""
    moving = ("WebP (*.webp)", "GIF (*.gif)")
    still = (tr("This frame") + " (*.png *.jpg)",)
    kinds = ";;".join((*moving, *still))
    return QFileDialog.getSaveFileName(parent, tr("Save the video"), offered, kinds)[0]


class PictureCommands(QObject):
    """Does it, and says what became of it."""

    told = Signal(str)
    _written = Signal(KnownPicture, str)
    _refused = Signal(str)
    saved = Signal(KnownPicture, str)
    """A picture was saved: it, and the path of its new file."""
    trashed = Signal(str)

    def __init__(self, parent: QWidget, ask: AskPath = ask_path) -> None:
        super().__init__(parent)
        self._window = parent
        self.ask = ask
        self.ask_film: AskPath = ask_film_path
        self.ask_replace: Callable[[QWidget, str], bool] = ask_replace
        self.fetch: Callable[[str], Any] = lambda fingerprint: None
        """Brings the value that a picture is of."""
        self.inscribe: Inscribe = lambda picture, choice: picture.graph
        """Says what the file of a picture carries beside its pixels."""
        self.folder = home()
        self._written.connect(self._tell_written)
        self._refused.connect(self.told)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save picture")

    def copy(self, picture: KnownPicture) -> None:
        """Put the picture on the clipboard, with its graph and its file."""
        QGuiApplication.clipboard().setMimeData(mime_of(picture, picture.file))
        self.told.emit(tr("The picture is on the clipboard."))

    def save_as(self, picture: KnownPicture, choice: GraphChoice | None = None) -> None:
        """Ask for a path and save the picture with its graph inside, or as ``choice`` says."""
        film = picture.is_video
        ending, ask = (".webp", self.ask_film) if film else (".png", self.ask)
        chosen = ask(self._window, str(self.folder / f"{picture.suggested_name}{ending}"))
        if not chosen:
            return
        path = Path(chosen)
        known = {*FORMATS, *FILM_FORMATS} if film else FORMATS
        if path.suffix.lower() not in known:
            path = path.with_name(path.name + ending)
            # The dialog has asked about the name as it was typed, not about this one.
            if is_file(path) and not self.ask_replace(self._window, path.name):
                return
        self.folder = path.parent
        self._pool.submit(self._save, picture, path, choice).add_done_callback(hear)

    def reveal(self, path: Path) -> None:
        """Show the file in the system's file manager."""
        show_in_folder(path)

    def trash(self, path: Path) -> None:
        """Move the file to the system's trash, from where it can be taken back."""
        went, sentence = throw_away(self._window, path)
        if went:
            self.trashed.emit(str(path))
        self.told.emit(sentence)

    def close(self) -> None:
        """Finish what is being saved."""
        self._pool.shutdown(wait=True)

    def _save(self, picture: KnownPicture, path: Path, choice: GraphChoice | None) -> None:
        try:
            graph = self.inscribe(picture, choice) if picture.graph else ""
            if picture.is_video and path.suffix.lower() in FILM_FORMATS:
                film = pictured(self.fetch(picture.fingerprint))
                write_film(path, film, picture.rate, graph)
            else:
                write_picture(path, picture.image, graph, picture.index)
        except LoomError as error:
            self._refused.emit(say(error.message))
            return
        self._written.emit(picture, str(path))

    def _tell_written(self, picture: KnownPicture, path: str) -> None:
        self.saved.emit(picture, path)
        self.told.emit(tr("The picture was saved as {path}.", path=path))
