"""Draws seeds, and edits them: a long whole number beside a die."""

from __future__ import annotations

import random

from PySide6.QtWidgets import QWidget

from app.graph.spec import LARGEST_INTEGER, ParameterSpec, Plain
from app.ui.editors.base import Editor, bare_row, teach_manners, tool
from app.ui.editors.whole_number_box import WholeNumberBox, bounds
from app.ui.words import tr

_LONGEST = 2**32
"""A seed below this can be read out."""


def another_seed(parameter: ParameterSpec) -> int:
    """Any seed that is allowed, short enough to be read out."""
    low = int(parameter.low or 0)
    high = LARGEST_INTEGER if parameter.high is None else int(min(parameter.high, LARGEST_INTEGER))
    return random.SystemRandom().randint(low, min(high, _LONGEST))


class SeedEditor(Editor):
    """A seed: a long whole number and a die that throws a new one."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        low, high = bounds(parameter)
        self.field = WholeNumberBox(max(0, low), high, parent=self)
        self.field.changed.connect(self.edited.emit)
        self.die = tool("dice", tr("A new random seed"), self)
        self.die.clicked.connect(self._throw)
        row = bare_row(self)
        row.addWidget(self.field, 1)
        row.addWidget(self.die)
        self.setFocusProxy(self.field)
        teach_manners(self.field)

    def show_value(self, value: Plain) -> None:
        """Show a seed."""
        self.field.set_value(int(value))

    def show_several(self) -> None:
        """Show that there are several seeds."""
        self.field.show_several()

    def settle(self) -> None:
        """Work out what is typed."""
        self.field.settle()

    def _throw(self) -> None:
        seed = another_seed(self.parameter)
        self.field.set_value(seed)
        self.edited.emit(seed)
