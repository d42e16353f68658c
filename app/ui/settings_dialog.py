"""The settings: a list of pages at the left, the chosen page at the right."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.files_page import FilesPage
from app.ui.housekeeping import Housekeeping
from app.ui.kept_page import KeptPage
from app.ui.words import tr


class SettingsDialog(QDialog):
    """Every change is taken at once; there is nothing to confirm."""

    def __init__(self, housekeeping: Housekeeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self.resize(720, 560)
        self._housekeeping = housekeeping
        self.kept = KeptPage(housekeeping, self)
        self.files = FilesPage(housekeeping.remembered, self)
        self.pages = QListWidget(self)
        self.pages.setObjectName("settingsPages")
        self.pages.setFixedWidth(160)
        self.pages.addItems([tr("Results kept"), tr("Files")])
        stack = QStackedWidget(self)
        stack.addWidget(self.kept)
        stack.addWidget(self.files)
        self.pages.currentRowChanged.connect(stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        housekeeping.closing.connect(self.close)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter ends typing, and does nothing else
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 20, 16)
        right.addWidget(stack, 1)
        right.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages)
        row.addLayout(right, 1)

    def show_now(self) -> None:
        """Show the dialog with what there is now, in front of the window."""
        self._housekeeping.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.pages.setFocus()

    def done(self, result: int) -> None:
        """Close with what is still being typed."""
        self.kept.take_typed()
        super().done(result)


def show_settings(window: QWidget, housekeeping: Housekeeping) -> None:
    """Show the settings of ``window``, or bring them to the front."""
    dialog = window.findChild(SettingsDialog)
    if dialog is None:
        dialog = SettingsDialog(housekeeping, window)
    dialog.show_now()
