"""What the settings ask before they do something that cannot be undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.engine.keeping import KeptInfo
from app.ui.question import Choice, Question, Role, put
from app.ui.words import size_text, tr


def ask_clear(parent: QWidget, info: KeptInfo) -> bool:
    """Ask whether all results are to be forgotten."""
    sizes = {"memory": size_text(info.memory), "disk": size_text(info.disk)}
    details = tr(
        "{memory} in memory and {disk} on disk go. Saved pictures stay; what is needed again "
        "is computed again.",
        **sizes,
    )
    question = Question(tr("Clear results"), tr("Clear all results that are kept?"), details)
    clear = Choice(tr("Clear"), Role.DestructiveRole, True)
    return put(parent, question, [clear], Choice(tr("Cancel"), Role.RejectRole, False))


def ask_take_along(parent: QWidget, folder: Path) -> bool | None:
    """Ask whether results move along to ``folder``; None to leave everything as it is."""
    details = tr("They go to {folder}. Otherwise they stay where they are, unused.", folder=folder)
    question = Question(tr("Folder for results"), tr("Move the results that are kept?"), details)
    choices = [
        Choice[bool | None](tr("Start anew"), Role.DestructiveRole, False),
        Choice[bool | None](tr("Move"), Role.AcceptRole, True),
    ]
    cancel = Choice[bool | None](tr("Cancel"), Role.RejectRole, None)
    return put(parent, question, choices, cancel)
