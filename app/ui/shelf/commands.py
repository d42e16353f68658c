"""What the panel of models asks of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint

from app.graph.kinds import ListedKinds
from app.places import RESOURCES, home
from app.ui.desktop.outside import show_in_folder
from app.ui.settings.folder_fields import choose_folder
from app.ui.shelf.panel import ShelfPanel
from app.ui.shelf.placing import place_model, place_under
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def make_shelf_panel(window: MainWindow) -> ShelfPanel:
    """The panel of models, wired to the canvas that is seen."""
    panel = ShelfPanel(window.shelf)
    panel.wanted.connect(lambda kind, name: add_loader(window, kind, name))
    panel.folder_wanted.connect(lambda: add_folder(window))
    panel.download_wanted.connect(lambda: download(window))
    panel.reveal_wanted.connect(show_in_folder)
    return panel


def add_loader(window: MainWindow, kind: str, name: str, at: QPoint | None = None) -> bool:
    """Add a node that opens a model, under a point of the screen or in the middle."""
    place = place_under(window.tab, at) if at is not None else None
    kinds = cast(ListedKinds, window.tab.kinds)
    added = place_model(window.tab, kinds, kind, name, place)
    if added:
        window.tab.canvas.setFocus()
    return added


def add_folder(window: MainWindow) -> None:
    """Ask for a folder, and look through it from now on."""
    chosen = choose_folder(window, home())
    folders = window.remembered.settings.model_folders
    if not chosen:
        return
    if chosen in folders:
        window.status.tell(tr("{folder} is on the list already.", folder=chosen))
        return
    window.remembered.change(model_folders=(*folders, chosen))
    window.status.tell(tr("Looking for models in {folder} …", folder=chosen))


def convert_pickle(window: MainWindow, file: str = "") -> None:
    """Make safetensors of a pickle; without a ``file`` the user chooses one."""
    from app.ui.shelf.converting import Converting  # not seen at the start

    Converting(window).begin(file)


def download(window: MainWindow, source: str = "") -> None:
    """Ask what to fetch; a ``source`` that is known is looked at at once."""
    from app.ui.shelf.download_dialog import DownloadDialog  # not seen at the start

    own = [folder for folder in window.shelf.folders if not folder.is_relative_to(RESOURCES)]
    dialog = DownloadDialog(window.shelf.downloads, own or [Path.home()], window)
    if source:
        dialog.ask_for(source)
    if dialog.exec() == DownloadDialog.DialogCode.Accepted:
        window.panels.show("shelf")
    dialog.deleteLater()
