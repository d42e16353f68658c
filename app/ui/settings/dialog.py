"""The settings: pages at the left, the chosen one at the right, and a search through all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.settings.housekeeping import Housekeeping
from app.ui.settings.kept_page import KeptPage
from app.ui.settings.pages import PAGES
from app.ui.words import tr

_SIDE_WIDTH = 200


class SettingsDialog(QDialog):
    """Every change is taken at once; there is nothing to confirm."""

    def __init__(self, housekeeping: Housekeeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(tr("Settings"))
        room = self.screen().availableSize() - QSize(40, 60)
        self.resize(QSize(820, 600).boundedTo(room))
        self._housekeeping = housekeeping
        self.pages = {spec.id: spec.make(housekeeping) for spec in PAGES}
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self.nothing = QLabel(self)
        self._assemble()
        self.field.textChanged.connect(self._search)
        self.list.currentRowChanged.connect(self._show_page)
        theme.current.theme_changed.connect(self._recolour)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._begin_search)
        housekeeping.closing.connect(self.close)
        self.list.setCurrentRow(0)

    def show_now(self, page: str = "") -> None:
        """Show the dialog with what there is now, in front of the window."""
        self._housekeeping.refresh()
        if page in self.pages:
            self.field.clear()
            self.list.setCurrentRow(list(self.pages).index(page))
        self.show()
        self._search()
        self.raise_()
        self.activateWindow()
        self._begin_search()

    def done(self, result: int) -> None:
        """Close with what is still being typed."""
        self.setFocus()
        kept = self.pages["kept"]
        if isinstance(kept, KeptPage):
            kept.take_typed()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search Escape takes it back first, and Down leads to the pages."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _begin_search(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _search(self) -> None:
        """Show every row on any page that fits, or the chosen page if nothing is sought."""
        words = self.field.text().casefold().split()
        found = [page.search(words) for page in self.pages.values()]
        for row, (page, count) in enumerate(zip(self.pages.values(), found, strict=True)):
            item = self.list.item(row)
            enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(enabled if count or not words else Qt.ItemFlag.NoItemFlags)
            page.setVisible(count > 0 if words else row == self.list.currentRow())
        sought = self.field.text().strip()
        self.nothing.setText(tr("No setting has to do with “{sought}”.", sought=sought))
        self.nothing.setVisible(bool(words) and not any(found))
        self._scroll.verticalScrollBar().setValue(0)

    def _recolour(self) -> None:
        """Mark what was found in the new colours; a closed dialog does so when it is shown."""
        if self.isVisible():
            self._search()

    def _show_page(self, row: int) -> None:
        """Show a page alone, or go there among all that was found."""
        if not self.field.text().strip():
            self._search()
            return
        page = list(self.pages.values())[row]
        self._scroll.verticalScrollBar().setValue(page.y())

    def _assemble(self) -> None:
        self.field.setPlaceholderText(tr("Search the settings"))
        self.field.setAccessibleName(tr("Search the settings"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list.setObjectName("settingsPages")
        # Rows that are measured before the list has its style are measured again.
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(tr("Pages"))
        self.list.addItems([page.title for page in self.pages.values()])
        side = QWidget(self)
        side.setObjectName("settingsSide")
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 12, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(self._right(), 1)

    def _right(self) -> QVBoxLayout:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.nothing.setObjectName("quiet")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing)
        for page in self.pages.values():
            column.addWidget(page)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        inner.setObjectName("settingsInner")
        buttons = QDialogButtonBox(self)
        buttons.setContentsMargins(0, 0, 20, 14)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter ends typing, and does nothing else
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._scroll, 1)
        right.addWidget(buttons)
        return right


def show_settings(window: QWidget, housekeeping: Housekeeping, page: str = "") -> None:
    """Show the settings of ``window``, or bring them to the front; ``page`` is the id of one."""
    dialog = window.findChild(SettingsDialog)
    if dialog is None:
        dialog = SettingsDialog(housekeeping, window)
    dialog.show_now(page)
