"""Files that the user deletes go to the system's trash, or, where there is none, after a question.

Some network folders and removable drives have no trash.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile
from PySide6.QtWidgets import QWidget

from app.places import is_file
from app.ui.plain import shortened
from app.ui.question import Choice, Question, Role, put
from app.ui.words import tr


def ask_for_good(parent: QWidget, name: str) -> bool:
    """Ask whether a file may be deleted though nobody can bring it back."""
    question = Question(
        tr("No trash"),
        tr("There is no trash that takes {name}.", name=shortened(name)),
        tr("Delete it for good? Nobody can bring it back then."),
        is_warning=True,
    )
    delete = Choice(tr("Delete for good"), Role.DestructiveRole, True)
    return put(parent, question, [delete], Choice(tr("Keep it"), Role.RejectRole, False))


def throw_away(parent: QWidget, path: Path) -> tuple[bool, str]:
    """Move a file to the trash, or delete it if the user says so: whether it went, in words."""
    name = path.name
    if QFile.moveToTrash(str(path)):
        return True, tr("{name} was moved to the trash.", name=name)
    if not is_file(path):
        return False, tr("{name} cannot be moved to the trash: it is not there.", name=name)
    if not ask_for_good(parent, name):
        return False, tr("{name} stays where it is.", name=name)
    try:
        path.unlink()
    except OSError as error:
        reason = error.strerror or str(error)
        return False, tr("{name} stays as it is: {reason}.", name=name, reason=reason)
    return True, tr("{name} was deleted.", name=name)
