"""The newest problem is in view, however little room the list has."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from app.ui.running.problem_list import Problem, Remedy
from app.ui.running.problems import Problems


def _shown(qtbot: QtBot) -> Problems:
    problems = Problems()
    qtbot.addWidget(problems)
    problems.resize(500, 300)
    problems.show()
    remedy = Remedy("Look", lambda: None)
    for number in range(4):
        problems.add(Problem("file", f"Number {number} is wrong.", remedies=(remedy,)))
    return problems


def _is_in_view(problems: Problems, row: int) -> bool:
    area = problems.list.visualItemRect(problems.list.item(row))
    return problems.list.viewport().rect().contains(area.center())


def test_the_newest_problem_stays_in_view_when_the_list_gets_smaller(qtbot: QtBot) -> None:
    problems = _shown(qtbot)
    problems.resize(500, 120)
    QApplication.processEvents()
    assert _is_in_view(problems, 3)
    problems.add(Problem("run", "Number 4 is wrong."))
    QApplication.processEvents()
    assert _is_in_view(problems, 4)


def test_what_the_user_scrolled_to_stays(qtbot: QtBot) -> None:
    problems = _shown(qtbot)
    problems.resize(500, 120)
    QApplication.processEvents()
    bar = problems.list.verticalScrollBar()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    problems.resize(500, 110)
    QApplication.processEvents()
    assert _is_in_view(problems, 0)
