"""Shows exactly what is copied for a report of a fault, and copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.graph.kinds import Kinds, ListedKinds
from app.graph.spec import NodeSpec
from app.places import find_places
from app.reports.diagnostics import Circumstances, diagnostics
from app.ui.desktop.outside import show_folder
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_SIZE = 760, 560


class DiagnosticsDialog(QDialog):
    """A text that can be read before it is copied."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diagnostics")
        self.setWindowTitle(tr("Diagnostics"))
        self.resize(*_SIZE)
        about = QLabel(
            tr(
                "This helps to find a fault. It holds no prompts, no pictures, no paths and no"
                " names; nothing is sent anywhere. Copy it, and add it to your report."
            ),
            self,
        )
        about.setWordWrap(True)
        self.text = QPlainTextEdit(text, self)
        self.text.setObjectName("diagnosticsText")
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("What is copied"))
        self.told = QLabel(self)
        self.copy = QPushButton(tr("Copy"), self)
        self.copy.setDefault(True)
        self.copy.clicked.connect(self._copy)
        log = QPushButton(tr("Show the log"), self)
        log.clicked.connect(show_log)
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(log)
        row.addWidget(self.told, 1)
        row.addWidget(close)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self.text, 1)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.told.setText(tr("It is on the clipboard."))


def show_diagnostics(window: MainWindow) -> None:
    """Show what the program can tell of itself."""
    dialog = DiagnosticsDialog(window_diagnostics(window), window)
    dialog.exec()
    dialog.deleteLater()


def window_diagnostics(window: MainWindow) -> str:
    """The diagnostics of the program with its window."""
    screen = window.screen()
    more = {
        "Qt": f"{qVersion()} on {QGuiApplication.platformName()}",
        "screen": f"scaled by {screen.devicePixelRatio():g}, window {window.width()} x"
        f" {window.height()}",
        "graphs": str(window.tabs.count()),
        "nodes": str(sum(len(tab.document.snapshot.main.nodes) for tab in window.tabs.all())),
    }
    settings, device = window.remembered.settings, window.worker.device()
    logs = find_places().logs
    return diagnostics(Circumstances(settings, _specs(window.kinds), device, logs, more))


def show_log() -> None:
    """Show the folder of the log in the system's file manager."""
    folder = find_places().logs
    folder.mkdir(parents=True, exist_ok=True)
    show_folder(folder)


def _specs(kinds: Kinds) -> tuple[NodeSpec, ...]:
    """All kinds, as far as these can be listed."""
    listed: ListedKinds | None = kinds if hasattr(kinds, "specs") else None  # type: ignore[assignment]
    return listed.specs() if listed is not None else ()
