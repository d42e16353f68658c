"""The starter graphs on the first page: those that run at once, those that need models."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.files.starters import Starter, starters
from app.ui.welcome.cards import CardGrid, PictureCard
from app.ui.words import tr

_SEARCH_WIDTH = 240


class StarterList(QWidget):
    """Cards of all starter graphs in two groups; what is typed narrows both."""

    wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _Search(self)
        self.at_hand, self.with_models = CardGrid(self), CardGrid(self)
        self._needs = QWidget(self)
        self._none = QLabel(tr("No starter graph is called so."), self)
        self._none.setObjectName("quiet")
        self._none.hide()
        self._assemble()
        self.search.textChanged.connect(self._narrow)

    def show_all(self) -> None:
        """Make the cards, to be called where the list lies in its page: Tab leads to them then."""
        found = starters()
        self._show(self.at_hand, [each for each in found if not each.needs_models])
        self._show(self.with_models, [each for each in found if each.needs_models])

    def _show(self, grid: CardGrid, found: Sequence[Starter]) -> None:
        cards = []
        for each in found:
            card = PictureCard(each.title, each.about, QPixmap(str(each.preview)), grid)
            card.clicked.connect(lambda _=False, path=each.path: self.wanted.emit(path))
            cards.append(card)
        grid.show_cards(cards)

    def _narrow(self, typed: str) -> None:
        for grid in (self.at_hand, self.with_models):
            grid.narrow(typed)
            grid.setVisible(bool(grid.seen))
        self._needs.setVisible(bool(self.with_models.seen))
        self._none.setVisible(not self.at_hand.seen and not self.with_models.seen)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(heading(tr("Begin with a picture")), 1)
        head.addWidget(self.search)
        needs = QVBoxLayout(self._needs)
        needs.setContentsMargins(0, 14, 0, 0)
        needs.setSpacing(2)
        needs.addWidget(heading(tr("With models of yours")))
        line = QLabel(tr("These name models that do not come along; choose others on their cards."))
        line.setObjectName("welcomeLine")
        line.setWordWrap(True)
        needs.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self._none, self.at_hand, self._needs, self.with_models):
            column.addWidget(part)


class _Search(QLineEdit):
    """A line to search by; Escape empties it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search starter graphs"))
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_SEARCH_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show everything again on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


def heading(text: str) -> QLabel:
    """What stands above cards of the first page."""
    label = QLabel(text)
    label.setObjectName("welcomeHeading")
    return label
