"""Puts faults of the program on the list of problems, each once, with how often it came."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.desktop.faults import Fault
from app.ui.running.problem_list import Problem, ProblemList, Remedy
from app.ui.words import tr


class FaultList:
    """Keeps one line for each fault. ``current`` gives the list of the graph that is seen, and
    ``diagnose`` shows what can be copied for a report."""

    def __init__(self, current: Callable[[], ProblemList], diagnose: Callable[[], object]) -> None:
        self._current, self._diagnose = current, diagnose
        self._lines: dict[str, tuple[ProblemList, Problem]] = {}

    def take(self, fault: Fault) -> None:
        """Tell of a fault; one that goes on in a loop only if its line was not cleared."""
        line = self._line(fault)
        problems, before = self._lines.get(fault.key, (None, None))
        if problems is not None and before is not None and problems.replace(before, line):
            self._lines[fault.key] = problems, line
        elif fault.is_new:
            problems = self._current()
            problems.add(line)
            self._lines[fault.key] = problems, line

    def _line(self, fault: Fault) -> Problem:
        sentence = fault.sentence
        if fault.count > 1:
            sentence = tr("{sentence} ({count} times)", sentence=sentence, count=fault.count)
        return Problem(
            "program",
            sentence,
            tr("Fault in the program"),
            details=fault.details,
            remedies=(Remedy(tr("Diagnostics for a report …"), self._diagnose),),
        )
