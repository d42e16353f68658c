"""The status bar: messages at the left, what is running in the middle, the device at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from app.engine.events import RunFinished
from app.engine.keeping import KeptInfo
from app.ui.plain import shortened
from app.ui.running.pace import Progress
from app.ui.words import seconds_text, size_text, tr

MESSAGE_TIME = 6000
"""How long a message stays, in milliseconds."""


_WHOLE = 1000


class Status(QStatusBar):
    """One line that says what goes on."""

    kept_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._running = QLabel(self)
        self._running.setObjectName("statusRunning")
        self._running.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._device = QLabel(self)
        self._device.setObjectName("statusDevice")
        self.kept = QToolButton(self)
        self.kept.setObjectName("statusKept")
        self.kept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kept.clicked.connect(self.kept_clicked)
        self.addPermanentWidget(self._running)
        self.addPermanentWidget(self._bar)
        self.addPermanentWidget(self.kept)
        self.addPermanentWidget(self._device)
        self._bar.hide()
        self.kept.hide()

    def tell(self, sentence: str) -> None:
        """Show a message for a while."""
        self.showMessage(sentence, MESSAGE_TIME)

    def tell_saved(self, path: Path) -> None:
        """Say where the graph was written to."""
        self.tell(tr("Saved {name} in {folder}", name=path.name, folder=path.parent))

    def show_device(self, words: str) -> None:
        """Say which device computes; the lines below the first one are its tooltip."""
        first, _, lines = words.partition("\n")
        self._device.setText(first)
        self._device.setToolTip(lines)

    def show_kept(self, info: KeptInfo) -> None:
        """Say how much is kept."""
        self.kept.setText(tr("kept: {size}", size=size_text(info.disk or info.memory)))
        memory, disk = size_text(info.memory), size_text(info.disk)
        tip = tr("Results kept: {memory} in memory, {disk} on disk", memory=memory, disk=disk)
        self.kept.setToolTip(tip)
        self.kept.show()

    def show_progress(self, title: str, progress: Progress) -> None:
        """Say which node runs, its step and the time left."""
        parts = [shortened(title), progress.text(), progress.run_text()]
        self._running.setText(" · ".join(part for part in parts if part))
        if progress.share is None:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.step)
        else:
            self._bar.setRange(0, _WHOLE)
            self._bar.setValue(round(_WHOLE * progress.share))
        self._bar.show()

    def show_waiting(self) -> None:
        """A run was asked for and has not begun."""
        self.clearMessage()
        self._running.setText(tr("Starting …"))
        self._bar.setRange(0, 0)
        self._bar.show()

    def show_ended(self, event: RunFinished | None, worked: int = 0) -> None:
        """Nothing runs any more; say how the run went, in which ``worked`` nodes had to work."""
        self._bar.hide()
        if event is None:
            self._running.setText("")
        elif event.stopped:
            self._running.setText(tr("Stopped after {time}", time=seconds_text(event.seconds)))
        elif event.ok and not worked:
            self._running.setText(tr("Nothing had changed: all results were kept"))
        elif event.ok:
            self._running.setText(tr("Done in {time}", time=seconds_text(event.seconds)))
        else:
            self._running.setText(tr("Ended with problems"))
        if event is not None and event.files and worked:
            # Where the pictures are is good to know until the next run.
            self.showMessage(_saved(event.files))


def _saved(files: Sequence[str]) -> str:
    """Where the pictures of a run went, in one sentence."""
    first = Path(files[0])
    if len(files) == 1:
        return tr("Saved {name} in {folder}", name=first.name, folder=first.parent)
    return tr("Saved {count} pictures in {folder}", count=len(files), folder=first.parent)
