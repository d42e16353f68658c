"""The menu of a line of the outline: everything that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.graph.interface import definition_of
from app.ui.inspector.node_deeds import NodeDeeds
from app.ui.inspector.parameter_menu import add_offers, add_wires, parameter_menu
from app.ui.outline.tree import Entry, Part
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.outline.outline import Outline


def outline_menu(outline: Outline, entry: Entry) -> QMenu:
    """What can be done with an entry."""
    if entry.part is Part.PARAMETER:
        menu = parameter_menu(NodeDeeds(outline.view, [entry.id]), entry.name, outline)
        _first(menu, outline)
    else:
        menu = QMenu(outline)
        _add(menu, outline, entry)
    menu.addSeparator()
    menu.addAction(tr("Add node …"), lambda: _search(outline))
    return menu


def _add(menu: QMenu, outline: Outline, entry: Entry) -> None:
    deeds = NodeDeeds(outline.view, [entry.id])
    match entry.part:
        case Part.NODE:
            _add_for_node(menu, outline, entry)
        case Part.FRAME:
            menu.addAction(tr("Rename"), outline.edit_current)
            menu.addAction(tr("Delete"), outline.delete_chosen)
        case Part.NOTE:
            menu.addAction(tr("Delete"), outline.delete_chosen)
        case Part.INPUT:
            add_wires(menu, deeds, entry.name)
        case Part.OUTPUT:
            add_offers(menu, deeds.offers_for_output(entry.name), deeds.connect)


def _add_for_node(menu: QMenu, outline: Outline, entry: Entry) -> None:
    menu.addAction(tr("Rename"), outline.edit_current)
    menu.addAction(tr("Bypass"), lambda: outline.toggle("bypassed"))
    menu.addAction(tr("Mute"), lambda: outline.toggle("muted"))
    menu.addAction(tr("Delete"), outline.delete_chosen)
    menu.addAction(tr("Show on the canvas"), lambda: outline.view.go_to(entry.id))
    node, tab = outline.view.node(entry.id), outline.view.tab
    if node is not None and tab is not None and definition_of(node.type) is not None:
        menu.addAction(tr("Open the subgraph"), lambda: tab.canvas.open_subgraph(entry.id))


def _first(menu: QMenu, outline: Outline) -> None:
    """Put editing before all else."""
    edit = QAction(tr("Edit"), menu)
    edit.triggered.connect(lambda: outline.edit_current())
    menu.insertAction(menu.actions()[0], edit)


def _search(outline: Outline) -> None:
    """Let the canvas search for a node to add."""
    if outline.view.tab is not None:
        outline.view.tab.canvas.setFocus()
        outline.view.tab.canvas.open_search()
