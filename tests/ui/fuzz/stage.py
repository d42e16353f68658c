"""A window on toy nodes that takes note of every fault, warning of Qt and thread left behind."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QDialog

from app.engine.memories import Memories
from app.engine.worker import Worker
from app.sdk import Context, Node, param, socket
from app.sdk.registry import Registry
from app.ui.bridge import Bridge
from app.ui.files.commands import Answer
from app.ui.settings.remembered import Remembered
from app.ui.theme import DARK, apply_theme, current
from app.ui.window import MainWindow
from tests.toys import NoDevice
from tests.ui.toys import GATE, Count, Everything, Hang, Image, Paint, Refuse, Sketch, TwoModels

_HARMLESS = ("This plugin does not support",)
"""What Qt says of a display that is none."""


class Soften(Node):
    """Make a picture softer."""

    image: Image = socket("What to soften.")
    other: Image | None = socket("What to mix in.")
    amount: int = param(default=3, low=0, high=9, tip="How soft.")
    name: str = param(default="soft", tip="What it is called.")

    def run(self, ctx: Context) -> Image:
        time.sleep(0.002)
        return Image(self.image.size, self.image.shades)


class Stage:
    """Opens a window and closes it; ``faults`` is what went wrong meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(self.app, QApplication)
        self.faults: list[str] = []
        self.threads = set(threading.enumerate())
        self._watch()
        self.folder = folder
        apply_theme(self.app, DARK)
        kinds = Registry()
        for cls in (Paint, Refuse, Hang, Sketch, Count, Everything, Soften):
            kinds.add(cls)
        self.kinds = kinds
        self.bridge = Bridge()
        pictures, budget = folder / "pictures", 2**20
        self.worker = Worker(
            kinds, NoDevice, TwoModels(), self.bridge.post, pictures, budget, Memories()
        )
        self.remembered = Remembered(folder / "settings")
        self.window = MainWindow(
            kinds, self.worker, TwoModels(), self.remembered, lambda path: None
        )
        self.bridge.arrived.connect(self.window.handle)
        self.window.files.ask = lambda _parent, _name: Answer.DISCARD
        self.window.show()
        self.window.activateWindow()
        self.settle(self.window.isActiveWindow)
        # A dialog or menu that a gesture opened would wait for an answer for ever.
        self._dismissal = QTimer(interval=20)
        self._dismissal.timeout.connect(_dismiss)
        self._dismissal.start()

    def settle(self, wanted: Callable[[], bool] = lambda: True, seconds: float = 10.0) -> None:
        """Let the window do what waits, until it is as it is wanted."""
        end = time.monotonic() + seconds
        self._turn()
        while not wanted():
            assert time.monotonic() < end, "the window never came to what was waited for"
            self._turn()
            time.sleep(0.001)

    def _turn(self) -> None:
        """One turn of the event loop; what is to be deleted goes too, as it does in a real one."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def check(self) -> None:
        """Nothing went wrong until now."""
        assert not self.faults, "\n".join(self.faults)

    def close(self) -> float:
        """Close the window as it is; how many seconds that took."""
        began = time.monotonic()
        for tab in self.window.tabs.all():
            tab.document.mark_saved()
        assert self.window.close()
        self.worker.close()
        taken = time.monotonic() - began
        GATE.clear()
        self._dismissal.stop()
        current.choose(DARK)
        self.window.deleteLater()
        self.settle()
        left = set(threading.enumerate()) - self.threads
        assert not left, f"threads are left: {left}"
        assert QThreadPool.globalInstance().activeThreadCount() == 0
        self.check()
        self.leave()
        return taken

    def _watch(self) -> None:
        self._old = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = lambda kind, error, trace: self._note(
            "".join(traceback.format_exception(kind, error, trace))
        )
        threading.excepthook = lambda facts: self._note(
            "".join(traceback.format_exception(facts.exc_value)) if facts.exc_value else "?"
        )
        sys.unraisablehook = lambda facts: self._note(f"{facts.exc_value!r} in {facts.object!r}")
        self._messages = qInstallMessageHandler(self._heard)

    def leave(self) -> None:
        """Give back what tells of faults."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._old
        qInstallMessageHandler(self._messages)

    def _heard(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(_HARMLESS):
            self._note(f"Qt said: {text}\n{''.join(traceback.format_stack(limit=8))}")

    def _note(self, fault: str) -> None:
        self.faults.append(fault)


def _dismiss() -> None:
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
