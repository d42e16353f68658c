"""The editor of a size: width and height, and a button that swaps them."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.graph.spec import ParameterSpec, Plain
from app.ui.editors.base import Editor, bare_row, teach_manners, tool
from app.ui.editors.whole_number_box import WholeNumberBox, bounds
from app.ui.words import tr


class SizeEditor(Editor):
    """Width and height in pixels, and a button that swaps them."""

    def __init__(self, parameter: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        low, high = bounds(parameter)
        step = int(parameter.step or 8)
        self.fields = [WholeNumberBox(low, high, step, parent=self) for _ in range(2)]
        self.setFocusProxy(self.fields[0])
        times = QLabel("×", self)
        times.setObjectName("dim")
        self.swap = tool("swap", tr("Swap width and height"), self)
        self.swap.clicked.connect(self._swap)
        row = bare_row(self)
        row.addWidget(self.fields[0], 1)
        row.addWidget(times)
        row.addWidget(self.fields[1], 1)
        row.addWidget(self.swap)
        for field in self.fields:
            field.changed.connect(self._changed)
            teach_manners(field)

    def show_value(self, value: Plain) -> None:
        """Show width and height."""
        for field, number in zip(self.fields, value, strict=True):
            field.set_value(int(number))

    def show_several(self) -> None:
        """Show that there are several sizes."""
        for field in self.fields:
            field.show_several()

    def settle(self) -> None:
        """Work out what is typed."""
        for field in self.fields:
            field.settle()

    def _changed(self) -> None:
        """Tell the size, once both sides are known."""
        if not any(field.is_open for field in self.fields):
            self.edited.emit([field.value() for field in self.fields])

    def _swap(self) -> None:
        width, height = (field.value() for field in self.fields)
        self.show_value([height, width])
        self._changed()
