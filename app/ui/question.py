"""The one way to put a question over a window and wait for its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Role = QMessageBox.ButtonRole
Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Question:
    """What is asked; a warning is about what cannot be taken back, or what strangers made."""

    title: str
    text: str
    details: str
    is_warning: bool = False


@dataclass(frozen=True)
class Choice(Generic[Meaning]):
    """A button and what it means."""

    text: str
    role: Role
    meaning: Meaning


def put(
    parent: QWidget,
    question: Question,
    choices: Sequence[Choice[Meaning]],
    otherwise: Choice[Meaning],
) -> Meaning:
    """Ask and wait. Escape means ``otherwise``; Enter means the first choice, unless it destroys
    something or the question is a warning."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning if question.is_warning else QMessageBox.Icon.Question)
    box.setWindowTitle(question.title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like HTML
    box.setText(question.text)
    box.setInformativeText(question.details)
    meant = [(box.addButton(each.text, each.role), each) for each in (*choices, otherwise)]
    usual, cancel = meant[0][0], meant[-1][0]
    is_risky = question.is_warning or choices[0].role is Role.DestructiveRole
    box.setDefaultButton(cancel if is_risky else usual)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((each.meaning for button, each in meant if button is clicked), otherwise.meaning)
