"""The menu under the right button: what can be done at this place, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.canvas.items import Card
from app.ui.canvas.moving import Movable
from app.ui.canvas.palette import choices, swatch
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.canvas.view import Canvas

Entry = tuple[str, str, Callable[[], None]] | Callable[[QMenu], None] | None
"""Words, key, and what is done; or what adds a part of the menu; None is a line."""


def build_menu(parent: QWidget, entries: list[Entry]) -> QMenu:
    """A menu that shows the keys without binding them."""
    menu = QMenu(parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif callable(entry):
            entry(menu)
        else:
            words, key, act = entry
            # The tab shows the key; a bound shortcut would clash with the one of the window.
            action = QAction(f"{words}\t{key}" if key else words, menu)
            action.triggered.connect(lambda _=False, act=act: act())
            menu.addAction(action)
    return menu


def entries_for(canvas: Canvas, place: QPoint, item: Movable | None) -> list[Entry]:
    """What can be done with what is selected, or where nothing is."""
    if item is None:
        return _on_nothing(canvas, place)
    common: list[Entry] = [
        lambda menu: _add_colours(canvas, menu),
        None,
        (tr("Copy"), "Ctrl+C", canvas.copy),
        (tr("Cut"), "Ctrl+X", canvas.cut),
        (tr("Duplicate"), "Ctrl+D", canvas.duplicate),
        None,
        (tr("Delete"), "Del", canvas.delete_selected),
    ]
    if isinstance(item, Card):
        return [*_on_card(canvas), *common]
    words = tr("Rename") if item.is_frame else tr("Write")
    return [(words, "F2", lambda: canvas.popups.write(item)), *common]


def _on_nothing(canvas: Canvas, place: QPoint) -> list[Entry]:
    """What can be done where nothing is."""
    return [
        (tr("Add a node…"), "Tab", lambda: canvas.popups.open_search(place)),
        (tr("Add a frame"), "Ctrl+G", canvas.box_commands.add_frame),
        (tr("Add a note"), "Shift+N", canvas.box_commands.add_note),
        (tr("Paste"), "Ctrl+V", canvas.paste),
        None,
        (tr("Select all"), "Ctrl+A", canvas.select_all),
        (tr("Show all"), "Home", canvas.fit_all),
    ]


def _on_card(canvas: Canvas) -> list[Entry]:
    """What can be done with nodes only."""
    return [
        (tr("Rename"), "F2", canvas.rename_selected),
        (tr("Fold"), "Alt+C", canvas.toggle_collapsed),
        (tr("Bypass"), "Ctrl+B", canvas.toggle_bypass),
        (tr("Mute"), "Ctrl+M", canvas.toggle_mute),
        None,
        *_on_subgraph(canvas),
        (tr("Make a subgraph"), "Ctrl+Shift+G", canvas.subgraphs.make),
        None,
        (tr("Frame"), "Ctrl+G", canvas.box_commands.add_frame),
    ]


def _on_subgraph(canvas: Canvas) -> list[Entry]:
    """What can be done with subgraphs only."""
    if not canvas.subgraphs.selected():
        return []
    return [
        (tr("Open"), "Return", canvas.subgraphs.open),
        (tr("Unpack"), "Ctrl+Shift+U", canvas.subgraphs.unpack),
        (tr("Make unique"), "", canvas.subgraphs.make_unique),
    ]


def _add_colours(canvas: Canvas, menu: QMenu) -> None:
    """The colours to choose from."""
    colours = menu.addMenu(tr("Colour"))
    usual = colours.addAction(tr("As usual"))
    usual.triggered.connect(lambda: canvas.box_commands.colour(None))
    colours.addSeparator()
    for name, colour in choices():
        action = colours.addAction(swatch(colour), name)
        action.triggered.connect(lambda _=False, colour=colour: canvas.box_commands.colour(colour))
