"""What is asked before something on the disk is written over or thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.files.open_file import Fate
from app.ui.plain import shortened
from app.ui.words import tr

Role = QMessageBox.ButtonRole
Meaning = TypeVar("Meaning")


class Answer(Enum):
    """What to do with changes that were not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class FateAnswer(Enum):
    """What to do where the file is no longer what it was: write it all the same, choose another
    name, look at the other version, or nothing."""

    SAVE = "save"
    ELSEWHERE = "elsewhere"
    SHOW = "show"
    CANCEL = "cancel"


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Ask what to do with the changes to the graph called ``name``."""
    box = _question(parent, tr("Unsaved changes"))
    box.setText(tr("Save the changes to {name}?", name=shortened(name)))
    box.setInformativeText(tr("They are lost otherwise."))
    choices = [
        (tr("Save"), Role.AcceptRole, Answer.SAVE),
        (tr("Don't save"), Role.DestructiveRole, Answer.DISCARD),
    ]
    return _answer(box, choices, Answer.CANCEL)


def ask_fate(parent: QWidget, name: str, fate: Fate) -> FateAnswer:
    """Ask what to do where the file of the graph called ``name`` met that fate."""
    name = shortened(name)
    elsewhere = (tr("Save as …"), Role.AcceptRole, FateAnswer.ELSEWHERE)
    if fate is Fate.CHANGED:
        box = _question(parent, tr("Changed by another program"))
        box.setText(tr("The file of {name} was changed since you opened it.", name=name))
        box.setInformativeText(
            tr("If you save over it, the other version stays among the earlier copies.")
        )
        over = (tr("Save over it"), Role.DestructiveRole, FateAnswer.SAVE)
        show = (tr("Show the other one"), Role.ActionRole, FateAnswer.SHOW)
        return _answer(box, [elsewhere, over, show], FateAnswer.CANCEL)
    if fate is Fate.GONE:
        box = _question(parent, tr("The file is gone"))
        box.setText(tr("The file of {name} was moved or deleted.", name=name))
        box.setInformativeText(tr("Your graph is still here. Save it where it was?"))
        again = (tr("Save it there again"), Role.AcceptRole, FateAnswer.SAVE)
        return _answer(box, [again, elsewhere], FateAnswer.CANCEL)
    box = _question(parent, tr("The folder is out of reach"))
    box.setText(tr("The folder of {name} cannot be reached.", name=name))
    box.setInformativeText(
        tr("A drive or a network folder may be away. Your graph is still here, unsaved.")
    )
    retry = (tr("Try again"), Role.ActionRole, FateAnswer.SAVE)
    return _answer(box, [elsewhere, retry], FateAnswer.CANCEL)


def ask_replace(parent: QWidget, name: str, *, is_kept: bool = False) -> bool:
    """Ask whether a file that is there already may be written over; ``is_kept``: a copy stays."""
    box = _question(parent, tr("Replace the file?"))
    box.setText(tr("There is a file {name} already.", name=shortened(name)))
    if is_kept:
        box.setInformativeText(tr("What is in it stays among the earlier copies."))
    return _answer(box, [(tr("Replace"), Role.DestructiveRole, True)], False)


def _question(parent: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like HTML
    return box


def _answer(
    box: QMessageBox, choices: Sequence[tuple[str, Role, Meaning]], otherwise: Meaning
) -> Meaning:
    """Put the question, the first choice as the usual one; Escape means ``otherwise``."""
    buttons = {box.addButton(text, role): meaning for text, role, meaning in choices}
    cancel = box.addButton(tr("Cancel"), Role.RejectRole)
    first = next(iter(buttons))
    harmless = box.buttonRole(first) is not Role.DestructiveRole
    box.setDefaultButton(first if harmless else cancel)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((meaning for each, meaning in buttons.items() if each is clicked), otherwise)
