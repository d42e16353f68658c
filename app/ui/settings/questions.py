"""What the settings ask before they do something that cannot be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from app.engine.keeping import KeptInfo
from app.ui.words import size_text, tr


def ask_clear(parent: QWidget, info: KeptInfo) -> bool:
    """Ask whether all results are to be forgotten."""
    sizes = {"memory": size_text(info.memory), "disk": size_text(info.disk)}
    box = _question(parent, tr("Clear results"), tr("Clear all results that are kept?"))
    box.setInformativeText(
        tr(
            "{memory} in memory and {disk} on disk go. Saved pictures stay; what is needed again "
            "is computed again.",
            **sizes,
        )
    )
    clear = box.addButton(tr("Clear"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    return _clicked(box, cancel) is clear


def ask_take_along(parent: QWidget, folder: Path) -> bool | None:
    """Ask whether results move along to ``folder``; None to leave everything as it is."""
    box = _question(parent, tr("Folder for results"), tr("Move the results that are kept?"))
    box.setInformativeText(
        tr("They go to {folder}. Otherwise they stay where they are, unused.", folder=folder)
    )
    move = box.addButton(tr("Move"), QMessageBox.ButtonRole.AcceptRole)
    anew = box.addButton(tr("Start anew"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    clicked = _clicked(box, cancel)
    return clicked is move if clicked in (move, anew) else None


def _question(parent: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _clicked(box: QMessageBox, cancel: QPushButton) -> object:
    """Ask; the button that was clicked, which is ``cancel`` unless the user chose another."""
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked
