"""What went wrong with one graph, and what may be forgotten of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QObject, Signal

Origin = Literal["run", "file", "program", "models"]


@dataclass(frozen=True)
class Remedy:
    """Something that may help: what its button says, and what it does."""

    label: str
    do: Callable[[], object] = field(compare=False)


@dataclass(frozen=True)
class Problem:
    """One entry. ``origin`` says what clears it; ``details`` is a traceback, for a report."""

    origin: Origin
    sentence: str
    title: str = ""
    node: str = ""
    details: str = ""
    is_warning: bool = False
    remedies: tuple[Remedy, ...] = ()

    def report(self) -> str:
        """Everything there is to say, as text for the clipboard."""
        head = f"{self.title}: {self.sentence}" if self.title else self.sentence
        return f"{head}\n\n{self.details}".strip()


class ProblemList(QObject):
    """Problems in the order they came; ``changed`` tells when there are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()

    def all(self) -> tuple[Problem, ...]:
        """Every problem, oldest first."""
        return self._problems

    def add(self, problem: Problem) -> None:
        """Append a problem, unless the same one is there already."""
        if problem not in self._problems:
            self._set((*self._problems, problem))

    def replace(self, old: Problem, new: Problem) -> bool:
        """Put a problem in the place of another; False where that is not on the list any more."""
        if old not in self._problems:
            return False
        self._set(tuple(new if problem == old else problem for problem in self._problems))
        return True

    def clear(self, origin: Origin | None = None) -> None:
        """Forget all problems, or those of one origin."""
        self.retain(lambda problem: origin is not None and problem.origin != origin)

    def retain(self, wanted: Callable[[Problem], bool]) -> None:
        """Forget all problems that are not wanted any more."""
        kept = tuple(problem for problem in self._problems if wanted(problem))
        if kept != self._problems:
            self._set(kept)

    def _set(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self.changed.emit()
