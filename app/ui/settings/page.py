"""A page of the settings: a title, and rows below each other.

A setting is added in one line, in the function of its page in setting_pages.py, once it is a field
of ``app.settings.Settings``:

    page.add("snap", tr("Snap to the grid"), tr("Nodes keep to the grid."), Switch())

The row then has a label, the sentence that explains it, its field, and a button that leads back to
the default; it is found by the search, it shows the setting and writes it. Whoever needs to act on
a change asks ``remembered.subscribe``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.settings import Settings
from app.ui.settings.fields import Field
from app.ui.settings.remembered import Remembered
from app.ui.settings.row import Row


class Page(QWidget):
    """Settings that belong together."""

    def __init__(
        self, title: str, remembered: Remembered, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.remembered = remembered
        self.rows: list[Row] = []
        self._headings: list[tuple[QLabel, list[Row]]] = []
        self._asides: list[QWidget] = []
        head = QLabel(title, self)
        head.setObjectName("settingsTitle")
        head.setContentsMargins(0, 0, 0, 6)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 22, 24, 10)
        self.column.setSpacing(2)
        self.column.addWidget(head)
        if about:
            self.aside(dim(about))

    def section(self, title: str) -> None:
        """Let the rows that follow stand below a small heading."""
        label = QLabel(title, self)
        label.setObjectName("section")
        label.setContentsMargins(0, 16, 0, 2)
        self.column.addWidget(label)
        self._headings.append((label, []))

    def add(
        self, name: str, text: str, tip: str, field: Field, note: str = "", *, wide: bool = False
    ) -> Row:
        """A row for the setting ``name``; ``note`` says what a change waits for."""
        row = Row(text, tip, field, wide=wide)
        default = getattr(Settings(), name)

        def take(value: object) -> None:
            """Write the setting, and say what it waits for."""
            self.remembered.change(**{name: value})
            row.say(note)

        def show() -> None:
            """Show the setting as it is now."""
            value = getattr(self.remembered.settings, name)
            field.show_value(value)
            row.show_reset(value != default)

        field.chosen.connect(take)
        row.reset_wanted.connect(lambda: take(default))
        leave = self.remembered.subscribe(lambda _: show())
        row.destroyed.connect(lambda: leave())
        show()
        return self.put(row)

    def put(self, row: Row) -> Row:
        """Add a row that was made elsewhere."""
        self.rows.append(row)
        if self._headings:
            self._headings[-1][1].append(row)
        self.column.addWidget(row)
        return row

    def clear(self) -> None:
        """Remove all rows and their headings."""
        for widget in (*self.rows, *(label for label, _ in self._headings)):
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.rows.clear()
        self._headings.clear()

    def aside(self, widget: QWidget) -> None:
        """Add something that is no setting: it is not there while settings are sought."""
        self._asides.append(widget)
        self.column.addWidget(widget)

    def end(self) -> None:
        """Let the rest of the page stay empty."""
        self.column.addStretch(1)

    def search(self, words: Sequence[str]) -> int:
        """Show only the rows that have all ``words``; how many there are."""
        found = sum([row.search(words, self.title) for row in self.rows])
        for label, rows in self._headings:
            label.setVisible(not words or any(not row.isHidden() for row in rows))
        for widget in self._asides:
            widget.setVisible(not words)
        return found


def dim(text: str = "") -> QLabel:
    """A quiet sentence that may take several lines."""
    label = QLabel(text)
    label.setObjectName("dim")
    label.setWordWrap(True)
    return label
