"""One run in the queue panel: its picture, what it is, how far it is, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.elided_label import ElidedLabel
from app.ui.icons import icon
from app.ui.plain import tip_text
from app.ui.running.queue_entry import Entry, State
from app.ui.running.queue_words import action_text, state_text
from app.ui.small_button import small_button
from app.ui.words import tr

MIME = "application/x-latent-loom-run"

_PICTURE = 44

_ACTIONS: dict[State, tuple[str, ...]] = {
    "running": ("stop",),
    "waiting": ("front", "cancel"),
    "done": ("open",),
    "failed": ("go_to", "retry"),
    "stopped": ("retry",),
    "interrupted": ("go_on", "forget"),
}
"""What each state has a button for; the menu has all that makes sense."""

_MENUS: dict[State, tuple[str, ...]] = {
    "running": ("stop", "open"),
    "waiting": ("front", "up", "down", "cancel", "open"),
    "done": ("open", "retry"),
    "failed": ("go_to", "retry", "open"),
    "stopped": ("retry", "open"),
    "interrupted": ("go_on", "open", "forget"),
}

_KEYS: dict[Qt.Key, dict[State, str]] = {
    Qt.Key.Key_Delete: {"waiting": "cancel", "running": "stop", "interrupted": "forget"},
    Qt.Key.Key_Return: {
        "failed": "go_to",
        "done": "open",
        "stopped": "open",
        "waiting": "open",
        "interrupted": "go_on",
    },
}

_WAYS = {Qt.Key.Key_Up: ("previous", "up"), Qt.Key.Key_Down: ("next", "down")}
"""Walks to a neighbour or, with Ctrl, takes the run along."""

_ICONS = {
    "stop": "stop",
    "cancel": "close",
    "front": "to-front",
    "retry": "refresh",
    "go_to": "goto",
    "open": "open",
    "go_on": "run",
    "forget": "clear",
}

_SIGNS: dict[State, str] = {
    "running": "run",
    "waiting": "waiting",
    "done": "check",
    "failed": "error",
    "stopped": "stop",
    "interrupted": "pause",
}


class QueueRow(QWidget):
    """Shows one run; ``wanted`` brings its number and what is to be done with it."""

    wanted = Signal(int, str)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueRow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.entry = entry
        self._state = ""
        self._pressed: QPoint | None = None
        self._picture = QLabel(self)
        self._picture.setFixedSize(_PICTURE, _PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sign = QLabel(self)
        self._title, self._about = ElidedLabel(self), ElidedLabel(self)
        self._about.setObjectName("dim")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setRange(0, 1000)
        self._tools = QHBoxLayout()
        self._arrange()
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show how the run is now."""
        self.entry = entry
        made = tr("{graph}: {node}", graph=entry.title, node=entry.about)
        self._title.setText(made if entry.about else entry.title)
        words = state_text(entry)
        self._about.setText(words)
        self._about.setToolTip(tip_text(words))
        self.setAccessibleName(f"{self._title.text()}, {words}")
        self._bar.setVisible(entry.state == "running")
        self._show_progress(entry)
        self._show_picture(entry)
        if entry.state != self._state:
            self._state = entry.state
            self._show_state(entry.state)

    def _show_state(self, state: State) -> None:
        colour = {"failed": theme.BAD, "running": theme.ACCENT, "done": theme.GOOD}
        pixmap = icon(_SIGNS[state], colour.get(state, theme.DIM)).pixmap(16, 16)
        self._sign.setPixmap(pixmap)
        while (item := self._tools.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for name in _ACTIONS[state]:
            button = small_button(_ICONS[name], action_text(name), self)
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(self.run, name))
            self._tools.addWidget(button)

    @property
    def run(self) -> int:
        """The number of the run."""
        return self.entry.run

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with the run."""
        menu = QMenu(self)
        for name in _MENUS[self.entry.state]:
            menu.addAction(action_text(name), partial(self.wanted.emit, self.run, name))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, take out and open by keys."""
        key = Qt.Key(event.key())
        name = _KEYS.get(key, {}).get(self.entry.state)
        if key in _WAYS:
            name = _WAYS[key][bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)]
        if name:
            self.wanted.emit(self.run, name)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps a drag begins here."""
        if event.button() is Qt.MouseButton.LeftButton and self.entry.state == "waiting":
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the run along to another place in the queue."""
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            mime = QMimeData()
            mime.setData(MIME, str(self.run).encode("ascii"))
            drag.setMimeData(mime)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """No drag any more."""
        self._pressed = None

    def _show_progress(self, entry: Entry) -> None:
        progress = entry.progress
        share = progress.share if progress else None
        if share is None and progress is not None and progress.total:
            share = progress.step / progress.total
        self._bar.setValue(round(1000 * (share or 0.0)))

    def _show_picture(self, entry: Entry) -> None:
        if entry.picture is None:
            self._picture.clear()
            return
        ratio = self.devicePixelRatioF()
        side = round(_PICTURE * ratio)
        small = entry.picture.scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self._picture.setPixmap(QPixmap.fromImage(small))

    def _arrange(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._sign)
        state.addWidget(self._about, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addLayout(state)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 6, 5)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        self._tools.setSpacing(2)
        row.addLayout(self._tools)
