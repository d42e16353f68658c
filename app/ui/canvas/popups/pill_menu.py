"""What the menu of a card offers for the value that it was opened on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QMenu

from app.graph.seeds import control_of, is_seed
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.layout import Field
from app.ui.inspector.seed_menu import add_controls
from app.ui.words import label_of, tr

if TYPE_CHECKING:
    from app.ui.canvas.view import Canvas


def field_at(canvas: Canvas, card: Card, place: QPointF) -> Field | None:
    """The value under a place of the view."""
    inside = card.mapFromScene(canvas.viewer.to_scene(place))
    return next((field for field in card.layout.fields if field.box.contains(inside)), None)


def add_value(canvas: Canvas, menu: QMenu, card: Card, field: Field) -> None:
    """Add what can be done with one value of a node."""
    name = field.parameter.name
    node = canvas.graph.nodes.get(card.id)
    if node is None:
        return
    if is_seed(field.parameter):
        add_controls(menu, control_of(node, name), partial(canvas.set_control, card.id, name))
        menu.addSeparator()
    if not canvas.path:
        sweep = menu.addAction(tr("Sweep over {parameter} …", parameter=label_of(name)))
        sweep.triggered.connect(lambda: canvas.sweep_wanted.emit(card.id, name))
        menu.addSeparator()
