"""What is asked before something on the disk is written over or thrown away."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QWidget

from app.ui.files.open_file import Fate
from app.ui.plain import shortened
from app.ui.question import Choice, Meaning, Question, Role, put
from app.ui.words import tr


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
    text = tr("Save the changes to {name}?", name=shortened(name))
    question = Question(tr("Unsaved changes"), text, tr("They are lost otherwise."))
    choices = [
        Choice(tr("Save"), Role.AcceptRole, Answer.SAVE),
        Choice(tr("Don't save"), Role.DestructiveRole, Answer.DISCARD),
    ]
    return put(parent, question, choices, _cancel(Answer.CANCEL))


def ask_fate(parent: QWidget, name: str, fate: Fate) -> FateAnswer:
    """Ask what to do where the file of the graph called ``name`` met that fate."""
    name, cancel = shortened(name), _cancel(FateAnswer.CANCEL)
    elsewhere = Choice(tr("Save as …"), Role.AcceptRole, FateAnswer.ELSEWHERE)
    if fate is Fate.CHANGED:
        question = Question(
            tr("Changed by another program"),
            tr("The file of {name} was changed since you opened it.", name=name),
            tr("If you save over it, the other version stays among the earlier copies."),
        )
        over = Choice(tr("Save over it"), Role.DestructiveRole, FateAnswer.SAVE)
        show = Choice(tr("Show the other one"), Role.ActionRole, FateAnswer.SHOW)
        return put(parent, question, [elsewhere, over, show], cancel)
    if fate is Fate.GONE:
        question = Question(
            tr("The file is gone"),
            tr("The file of {name} was moved or deleted.", name=name),
            tr("Your graph is still here. Save it where it was?"),
        )
        again = Choice(tr("Save it there again"), Role.AcceptRole, FateAnswer.SAVE)
        return put(parent, question, [again, elsewhere], cancel)
    question = Question(
        tr("The folder is out of reach"),
        tr("The folder of {name} cannot be reached.", name=name),
        tr("A drive or a network folder may be away. Your graph is still here, unsaved."),
    )
    retry = Choice(tr("Try again"), Role.ActionRole, FateAnswer.SAVE)
    return put(parent, question, [elsewhere, retry], cancel)


def ask_replace(parent: QWidget, name: str, *, is_kept: bool = False) -> bool:
    """Ask whether a file that is there already may be written over; ``is_kept``: a copy stays."""
    text = tr("There is a file {name} already.", name=shortened(name))
    details = tr("What is in it stays among the earlier copies.") if is_kept else ""
    question = Question(tr("Replace the file?"), text, details)
    replace = Choice(tr("Replace"), Role.DestructiveRole, True)
    return put(parent, question, [replace], _cancel(False))


def _cancel(meaning: Meaning) -> Choice[Meaning]:
    return Choice(tr("Cancel"), Role.RejectRole, meaning)
