"""What is dragged onto the window and dropped there: graphs, pictures, models and node packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QDropEvent

from app.ui.files.dropping import dragged_over, dropped_on, is_for
from app.ui.shelf.commands import add_loader
from app.ui.shelf.model import model_in
from app.ui.trust.pack_dropping import packs_in, show_node_packs

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def take_drag(event: QDropEvent) -> None:
    """Let it be dropped if it is anything of this."""
    dragged_over(event)
    if model_in(event.mimeData()) or packs_in(event.mimeData()):
        event.acceptProposedAction()


def take_drop(window: MainWindow, event: QDropEvent) -> None:
    """Open what is dropped; a model becomes a node where it lies."""
    model, place = model_in(event.mimeData()), event.position().toPoint()
    if model is not None and window.tabs.geometry().contains(place):
        add_loader(window, *model, window.mapToGlobal(place))
        event.acceptProposedAction()
    elif packs := packs_in(event.mimeData()):
        show_node_packs(window, packs)
        event.acceptProposedAction()
    elif is_for(window.tabs, event):
        dropped_on(window, window.files, window.viewing.open_graph, event)
