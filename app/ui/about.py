"""What the program is, in a small dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox

from app import __version__
from app.places import RESOURCES
from app.ui.diagnostics.dialog import show_diagnostics
from app.ui.icons import drawing
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def show_about(parent: MainWindow, device: str) -> None:
    """Show name, version and device, and the way to the diagnostics."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About Latent Loom"))
    box.setIconPixmap(drawing("latent-loom", "", 64))
    box.setText(tr("Latent Loom {version}", version=__version__))
    box.setInformativeText(
        tr(
            "A node editor for diffusion models.\n\nQt {qt}\n{device}\n{resources}",
            qt=qVersion(),
            device=device,
            resources=RESOURCES,
        )
    )
    diagnose = box.addButton(tr("Diagnostics …"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is diagnose:
        show_diagnostics(parent)
    box.deleteLater()
