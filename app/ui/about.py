"""What the program is, in a small dialog."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from app import __version__
from app.places import RESOURCES
from app.ui.icons import drawing
from app.ui.words import tr


def show_about(parent: QWidget, device: str) -> None:
    """Show name, version and device."""
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
    box.exec()
    box.deleteLater()
