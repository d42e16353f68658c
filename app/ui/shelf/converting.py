"""Converts a pickle of weights: asks first, waits without holding up the window, and tells."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from app.graph.errors import LoomError
from app.models.conversion.converting import PICKLES, convert, target_of
from app.models.conversion.refusals import ConversionStopped
from app.places import home
from app.ui.plain import shortened
from app.ui.question import Choice, Question, Role, put
from app.ui.running.problem_list import Problem
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow


class Converting(QObject):
    """One conversion, from the question to what came of it."""

    _done = Signal(str)
    _failed = Signal(LoomError)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stop = threading.Event()
        self._waiting: QProgressDialog | None = None
        self._done.connect(self._tell_done)
        self._failed.connect(self._tell_failed)

    def begin(self, file: str = "") -> None:
        """Ask what is not known yet, then convert."""
        file = file or self._chosen()
        if not file or not self._agreed(Path(file)):
            self.deleteLater()
            return
        box = self._waiting = QProgressDialog(self._window)
        box.setWindowTitle(tr("Converting a pickle"))
        box.setLabelText(tr("Converting {name} …", name=shortened(Path(file).name)))
        box.setRange(0, 0)  # how far it is nobody knows: the process cannot say
        box.setMinimumDuration(300)
        box.canceled.connect(self._stop.set)
        threading.Thread(
            target=self._convert, args=(Path(file),), name="conversion", daemon=True
        ).start()

    def _chosen(self) -> str:
        endings = " ".join(f"*{ending}" for ending in PICKLES)
        offered = ";;".join([tr("Pickles of weights") + f" ({endings})", tr("All files") + " (*)"])
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Convert a pickle"), str(home()), offered
        )
        return chosen

    def _agreed(self, file: Path) -> bool:
        """Say what will happen, and ask whether that is wanted."""
        details = tr(
            "A pickle can run code when it is opened. A process of its own will read it, "
            "without a network and without your files, and take out the numbers alone; "
            "nothing in it is run. The result is {target}, and the pickle stays as it is.",
            target=target_of(file).name,
        )
        text = tr("Convert {name} to safetensors?", name=shortened(file.name))
        question = Question(tr("Convert a pickle"), text, details)
        convert = Choice(tr("Convert"), Role.AcceptRole, True)
        otherwise = Choice(tr("Cancel"), Role.RejectRole, False)
        return put(self._window, question, [convert], otherwise)

    def _convert(self, file: Path) -> None:
        """On a thread of its own."""

        def check() -> None:
            if self._stop.is_set():
                raise ConversionStopped(file=file.name)

        with suppress(RuntimeError):  # the window was closed meanwhile: there is nobody to tell
            try:
                self._done.emit(str(convert(file, None, check)))
            except LoomError as error:
                self._failed.emit(error)

    def _tell_done(self, made: str) -> None:
        self._end()
        self._window.shelf.look_again()
        self._window.status.tell(tr("The weights are in {file} now.", file=made))

    def _tell_failed(self, error: LoomError) -> None:
        self._end()
        if isinstance(error, ConversionStopped):
            self._window.status.tell(say(error.message))
        else:
            self._window.report(Problem("file", say(error.message)))

    def _end(self) -> None:
        if self._waiting is not None:
            self._waiting.reset()
            self._waiting.deleteLater()
        self.deleteLater()
