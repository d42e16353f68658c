"""The menu under the right button: what can be done at this place, from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.ui.canvas.boxes.palette import choices, swatch
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.ports import Port
from app.ui.canvas.gestures.moving import Movable
from app.ui.canvas.popups.pill_menu import add_value, field_at
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.canvas.view import Canvas

_LINE = ""
_NOTHING = (
    *("search", "add_frame", "add_note", "paste", _LINE, "add_input", "add_output"),
    *("leave_subgraph", _LINE, "select_all", "fit_all", "tidy_all"),
)
_CARD = (
    *("rename", "edit_values", "connect", _LINE, "collapse", "bypass", "mute", _LINE),
    *("extract", "add_dots", "add_frame", _LINE, "make_subgraph", "open_subgraph"),
    *("unpack_subgraph", "unique_subgraph", "save_block", _LINE, "run_selected", _LINE),
)
_WIRE = ("add_dots", "delete")
_SHARED = ("copy", "cut", "duplicate", _LINE, "delete")
_SLOTS = tuple(f"send_{slot}" for slot in range(1, 10))
_ARRANGE = (
    *("tidy", _LINE, "align_left", "align_centre", "align_right", _LINE),
    *("align_top", "align_middle", "align_bottom", _LINE),
    *("distribute_across", "distribute_down"),
)


def menu_at(canvas: Canvas, place: QPointF) -> QMenu:
    """The menu for a place of the canvas; what lies there is selected if it is not yet."""
    viewer = canvas.viewer
    port = viewer.port_at(place)
    if port is not None:
        return _of_port(canvas, port)
    item: Movable | None = viewer.card_at(place)
    wire = viewer.wire_at(place) if item is None else None
    if wire is not None:
        viewer.select_only([wire])
        return _with(canvas, QMenu(canvas), _WIRE)
    item = item or canvas.boxes.taken_at(place)
    if item is None:
        return _with(canvas, QMenu(canvas), _NOTHING)
    if not item.isSelected():
        viewer.select_only([item])
    menu = of_selection(canvas, on_card=isinstance(item, Card))
    field = field_at(canvas, item, place) if isinstance(item, Card) else None
    if isinstance(item, Card) and field is not None:
        add_value(canvas, menu, item, field)
    return menu


def of_selection(canvas: Canvas, *, on_card: bool) -> QMenu:
    """The menu for what is selected."""
    menu = _with(canvas, QMenu(canvas), _CARD if on_card else ("rename", _LINE))
    _add_colours(canvas, menu)
    _with(canvas, menu.addMenu(tr("Arrange")), _ARRANGE)
    if _has_picture(canvas):
        _with(canvas, menu.addMenu(tr("Send the picture to a slot")), _SLOTS)
    menu.addSeparator()
    return _with(canvas, menu, _SHARED)


def _has_picture(canvas: Canvas) -> bool:
    """Whether the first node that is selected shows a picture."""
    card = next((canvas.projection.cards.get(node) for node in canvas.selected()), None)
    return card is not None and card.face.preview is not None


def _with(canvas: Canvas, menu: QMenu, ids: Iterable[str]) -> QMenu:
    """Add the actions that can be used now; they show the keys that they have."""
    by_id = {action.objectName(): action for action in canvas.viewer.actions()}
    for id in ids:
        if id == _LINE:
            menu.addSeparator()
        elif id in by_id and by_id[id].isEnabled():
            menu.addAction(by_id[id])
    menu.setSeparatorsCollapsible(True)
    return menu


def _of_port(canvas: Canvas, port: Port) -> QMenu:
    """What can be done with one port."""
    menu = QMenu(canvas)
    connect = QAction(tr("Connect …"), menu)
    connect.triggered.connect(lambda: canvas.joining.choose_end(port))
    menu.addAction(connect)
    for words, unplug in canvas.joining.unplugging(port):
        action = QAction(words, menu)
        action.triggered.connect(lambda _=False, unplug=unplug: unplug())
        menu.addAction(action)
    return menu


def _add_colours(canvas: Canvas, menu: QMenu) -> None:
    """The colours to choose from."""
    colours = menu.addMenu(tr("Colour"))
    usual = colours.addAction(tr("As usual"))
    usual.triggered.connect(lambda: canvas.box_commands.colour(None))
    colours.addSeparator()
    for name, colour in choices():
        action = colours.addAction(swatch(colour), name)
        action.triggered.connect(lambda _=False, colour=colour: canvas.box_commands.colour(colour))
