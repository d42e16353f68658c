"""The menu of a parameter: default, panel, wires, and what the command line calls it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.ui.inspector.node_deeds import NodeDeeds, Offer
from app.ui.inspector.seed_menu import add_controls
from app.ui.words import label_of, tr


def parameter_menu(deeds: NodeDeeds, name: str, parent: QWidget) -> QMenu:
    """What can be done with one parameter."""
    menu = QMenu(parent)
    menu.addAction(tr("Back to the default"), lambda: deeds.reset(name))
    shown = menu.addAction(tr("Show in the panel"))
    shown.setCheckable(True)
    shown.setChecked(deeds.is_exposed(name))
    shown.toggled.connect(lambda on: deeds.expose(name, on))
    menu.addAction(tr("Copy its name for the command line"), lambda: deeds.copy_id(name))
    menu.addSeparator()
    if deeds.control(name) is not None:
        add_controls(menu, deeds.control(name), partial(deeds.set_control, name))
        menu.addSeparator()
    if deeds.can_sweep:
        text = tr("Sweep over {parameter} …", parameter=label_of(name))
        menu.addAction(text, lambda: deeds.sweep(name))
        menu.addSeparator()
    add_wires(menu, deeds, name)
    return menu


def add_wires(menu: QMenu, deeds: NodeDeeds, name: str) -> None:
    """Add what can be done with the wires of an input or a parameter."""
    if deeds.sources(name):
        menu.addAction(tr("Go to what feeds it"), lambda: deeds.go_to_source(name))
        menu.addAction(tr("Disconnect"), lambda: deeds.disconnect(name))
    if len(deeds.nodes) == 1:
        add_offers(menu, deeds.offers_for_input(name), deeds.connect)


def add_offers(menu: QMenu, offers: Sequence[Offer], connect: Callable[[Offer], None]) -> None:
    """Add a menu of the ends that a wire can be drawn to."""
    inner = menu.addMenu(tr("Connect to"))
    for offer in offers:
        inner.addAction(offer.title.replace("&", "&&"), partial(connect, offer))
    inner.setEnabled(bool(offers))
