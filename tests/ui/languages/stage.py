"""A window on the real kinds of nodes, in a language, and all that it says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.engine.worker import Worker
from app.places import RESOURCES
from app.sdk.registry import Registry
from app.ui.bridge import Bridge
from app.ui.languages.translated_kinds import TranslatedKinds
from app.ui.settings.remembered import Remembered
from app.ui.window import MainWindow
from tests.toys import NoDevice
from tests.ui.toys import NO_MEMORIES, TwoModels

NODES = RESOURCES.parent / "nodes"

PROPER = (
    "Latent Loom",
    "Noto Sans CJK",
    "Euler ancestral",
    "DPM2 ancestral",
    "SA-Solver",
    "Canny ControlNet",
    "Align Your Steps",
    "Depth Anything",
    "Mixture of Diffusers",
    r"Flux (?:dev|schnell)",
    r"SDXL (?:refiner|Turbo)",
    r"Stable (?:Video )?Diffusion",
    r"`[^`]*`",
    r"\w+\.txt",
    r"DPM\+\+ \w+ SDE",
    r"latent-loom[\w-]*",
    r"[\w-]+\.(?:loom|png|md|json)",
    r"(?:(?:Ctrl|Shift|Alt|Meta)\+)+\S+",
)
"""Names that are the same in every language."""

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_LATIN = re.compile(r"[A-Za-z]{2,}[ ,.']+[A-Za-z]{2,}")


def english_in(text: str) -> bool:
    """Whether two or more words of a text are English, names aside."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    for name in PROPER:
        text = re.sub(name, "·", text)
    return _LATIN.search(text) is not None


class Stage:
    """A window as ``app.start`` makes it, without models."""

    def __init__(self, folder: Path) -> None:
        registry = Registry()
        registry.load_folder(NODES)
        self.kinds = TranslatedKinds(registry)
        self.bridge = Bridge()
        self.worker = Worker(
            registry, NoDevice, TwoModels(), self.bridge.post, folder, 2**20, NO_MEMORIES
        )
        self.window = MainWindow(
            self.kinds,
            self.worker,
            TwoModels(),
            Remembered(folder / "settings"),
            lambda path: None,
        )
        self.bridge.arrived.connect(self.window.handle)
        self.window.show()

    def close(self) -> None:
        """Close the window as it is, and end the worker."""
        for tab in self.window.tabs.all():
            tab.document.mark_saved()
        self.window.close()
        self.worker.close()


def said_by(widget: QWidget) -> Iterator[str]:
    """All texts of a widget and of what lies in it, seen or not."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.windowTitle(), each.toolTip(), each.statusTip(), each.whatsThis())
        yield from (each.accessibleName(), each.accessibleDescription())
        yield from _own_texts(each)
        for action in each.actions():
            yield from (action.text(), action.toolTip())
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QTextEdit():
            yield widget.placeholderText()
        case QGroupBox():
            yield widget.title()
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QComboBox():
            yield from _rows(widget.model())
        case QAbstractItemView() if widget.model() is not None:
            yield from _rows(widget.model())
        case QMenu():
            yield widget.title()


def _rows(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        for role in _ROLES:
            text = index.data(role)
            if isinstance(text, str):
                yield text
        if model.rowCount(index):
            yield from _rows(model, index)


def open_menus(window: QWidget) -> None:
    """Let every menu fill itself, as it does when it is opened."""
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()


def translator() -> QCoreApplication:
    """The application, which translators are installed on."""
    application = QCoreApplication.instance()
    assert application is not None
    return application
