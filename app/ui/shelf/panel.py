"""The panel of models: search, filters, the list, and the downloads below it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.models.records import KINDS, ModelRecord
from app.ui.brief_menu import open_menu
from app.ui.shelf.download_list import DownloadList
from app.ui.shelf.model import ShelfModel
from app.ui.shelf.shelf_in_view import ShelfInView
from app.ui.shelf.tile import HEIGHT, ShelfTile
from app.ui.shelf.words import family_word, kind_word
from app.ui.small_button import small_button
from app.ui.words import tr

_PAUSE = 150
"""Milliseconds after the last letter before it is searched for."""


class ShelfPanel(QWidget):
    """Shows the models that fit search and filters.

    ``wanted`` asks for a node that opens a model: its kind and name. ``folder_wanted`` asks for one
    more model folder, ``download_wanted`` for the dialog that fetches, ``reveal_wanted`` to show a
    file in its folder.
    """

    wanted = Signal(str, str)
    folder_wanted = Signal()
    download_wanted = Signal()
    reveal_wanted = Signal(Path)

    def __init__(self, shelf: ShelfInView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelfPanel")
        self._shelf = shelf
        self.model = ShelfModel(shelf, self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search names, trigger words and base models"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.kinds = _filter(tr("Kind of model"), self)
        self.families = _filter(tr("Family"), self)
        self.list = ShelfList(self.model, self)
        self.downloads = DownloadList(shelf.downloads, self)
        self._quiet = QLabel(self)
        self._quiet.setObjectName("quiet")
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setWordWrap(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._assemble()
        self._connect()
        self._follow()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 8, 4)
        head.setSpacing(4)
        head.addWidget(self.search, 1)
        for icon, tip, asks in (
            ("folder", tr("Add a model folder"), self.folder_wanted),
            ("download", tr("Download a model"), self.download_wanted),
        ):
            button = small_button(icon, tip, self)
            button.clicked.connect(asks.emit)
            head.addWidget(button)
        self.refresh = small_button("refresh", tr("Look again for models"), self)
        head.addWidget(self.refresh)
        filters = QHBoxLayout()
        filters.setContentsMargins(10, 0, 10, 6)
        filters.setSpacing(6)
        filters.addWidget(self.kinds, 1)
        filters.addWidget(self.families, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._quiet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self._pages, 1)
        column.addWidget(self.downloads)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._pause.start())
        self._pause.timeout.connect(self._search)
        self.kinds.currentIndexChanged.connect(self._search)
        self.families.currentIndexChanged.connect(self._search)
        self.refresh.clicked.connect(self._shelf.look_again)
        self._shelf.changed.connect(self._follow)
        self._shelf.looking_changed.connect(lambda _looking: self._show_quiet())
        self._shelf.downloads_changed.connect(self.downloads.follow)
        self.model.modelReset.connect(self._show_quiet)
        self.list.opened.connect(lambda record: self.wanted.emit(record.kind, record.name))
        self.list.customContextMenuRequested.connect(self._menu)

    def _follow(self) -> None:
        """Offer the kinds and families that are there."""
        records = self._shelf.shelved.records
        kinds = {record.kind for record in records}
        families = sorted({record.traits.family for record in records} - {""})
        listed = [kind for kind in (*KINDS, "") if kind in kinds]
        _offer(self.kinds, tr("All kinds"), [(kind_word(kind), kind) for kind in listed])
        _offer(self.families, tr("All families"), [(family_word(f), f) for f in families])
        self._show_quiet()

    def _search(self) -> None:
        words = self.search.text().lower().split()
        kind, family = self.kinds.currentData(), self.families.currentData()

        def fits(record: ModelRecord) -> bool:
            """Whether a model is what is searched for."""
            if kind is not None and record.kind != kind:
                return False
            if family is not None and record.traits.family != family:
                return False
            traits = record.traits
            text = " ".join((record.name, traits.base, traits.family, *traits.words)).lower()
            return all(word in text for word in words)

        self.model.filter(fits)
        self._show_quiet()

    def _show_quiet(self) -> None:
        """Say why nothing is seen, where that is so."""
        if self.model.records:
            self._pages.setCurrentWidget(self.list)
            return
        if self._shelf.shelved.records:
            text = tr("Nothing found.")
        elif self._shelf.is_looking or not self._shelf.has_looked:
            text = tr("Looking through the model folders …")
        else:
            text = tr("No models yet: add a folder that holds some, or download one.")
        self._quiet.setText(text)
        self._pages.setCurrentWidget(self._quiet)

    def _menu(self, place: QPoint) -> None:
        record = self.list.chosen()
        if record is None:
            return
        menu = QMenu(self)

        def add(text: str, do: Callable[[], object], *, can: bool = True) -> None:
            """One line of the menu."""
            action = menu.addAction(text)
            action.setEnabled(can)
            action.triggered.connect(lambda: do())

        copy, words = QGuiApplication.clipboard().setText, ", ".join(record.traits.words)
        add(tr("Add a node that opens it"), lambda: self.wanted.emit(record.kind, record.name))
        menu.addSeparator()
        add(tr("Copy its name"), lambda: copy(record.name))
        add(tr("Copy its trigger words"), lambda: copy(words), can=bool(words))
        add(tr("Show in its folder"), lambda: self.reveal_wanted.emit(record.path))
        open_menu(menu, self.list.viewport().mapToGlobal(place))


class ShelfList(QListView):
    """The list; ``opened`` when a model is double-clicked, or Enter is pressed on it."""

    opened = Signal(object)

    def __init__(self, model: ShelfModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelfList")
        self.setAccessibleName(tr("Models"))
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ShelfTile(model))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(HEIGHT // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.records[index.row()]))

    def chosen(self) -> ModelRecord | None:
        """The selected model."""
        rows = [index.row() for index in self.selectedIndexes()]
        return self._model.records[rows[0]] if rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the node that opens the model."""
        chosen = self.chosen()
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and chosen
            and not event.modifiers()
        ):
            self.opened.emit(chosen)
        else:
            super().keyPressEvent(event)


def _filter(name: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box


def _offer(box: QComboBox, all_words: str, offers: list[tuple[str, str]]) -> None:
    """Put choices into a box; what is chosen stays chosen where it is still there."""
    known = [(box.itemText(row), box.itemData(row)) for row in range(1, box.count())]
    if box.count() and known == offers:
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(all_words, None)
    for text, data in offers:
        box.addItem(text, data)
    row = box.findData(chosen) if chosen is not None else 0
    box.setCurrentIndex(max(0, row))
    box.blockSignals(False)
    if row < 0:
        box.currentIndexChanged.emit(0)
