"""What a new user sees first: pictures to begin with, and what was open before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.places import RESOURCES
from app.ui import theme
from app.ui.files.starters import starters
from app.ui.icons import icon
from app.ui.plain import tip_text
from app.ui.raster import raster_reader
from app.ui.settings.remembered import Remembered
from app.ui.welcome.cards import CardGrid, PictureCard
from app.ui.welcome.starter_list import StarterList, heading
from app.ui.words import tr

_WIDEST = 5 * 186 - 14
_MOST_RECENT = 5
_PREVIEW = 336
_LARGEST_FILE = 12 * 2**20
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


class Welcome(QWidget):
    """Starter graphs as pictures, recent files, and three lines on how to begin.

    ``run_wanted`` brings the graph of the first picture, which is to be opened and run at once.
    """

    starter_wanted = Signal(Path)
    run_wanted = Signal(Path)
    file_wanted = Signal(Path)
    new_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._remembered = remembered
        self.starters, self.recent = StarterList(self), CardGrid(self)
        self.run_button = QPushButton(tr("Run the first picture"), self)
        self.new_button = QPushButton(tr("Empty graph"), self)
        self.open_button = QPushButton(tr("Open …"), self)
        self._recent_head = heading(tr("Go on with"))
        self._below_recent = QWidget(self)
        self._below_recent.setFixedHeight(2)
        self._shown: tuple[str, ...] = ("",)
        self._assemble()
        self._connect()
        self.starters.show_all()
        self.setTabOrder(self.open_button, self.starters.search)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was open last, and give the keyboard to the button that matters."""
        super().showEvent(event)
        self._show_recent()
        self.setFocus()

    def _connect(self) -> None:
        first = starters()[0].path
        self.run_button.clicked.connect(lambda: self.run_wanted.emit(first))
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.starters.wanted.connect(self.starter_wanted)
        leave = self._remembered.subscribe(lambda _: self._show_recent_soon())
        self.destroyed.connect(lambda: leave())

    def _show_recent_soon(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self._show_recent)

    def _show_recent(self) -> None:
        """Show the recent files, if they are others than those that are shown."""
        files = self._remembered.settings.recent_files[:_MOST_RECENT]
        if files == self._shown:
            return
        self._shown = files
        cards = []
        for path in map(Path, files):
            card = PictureCard(path.stem, path.parent.name, self._picture(path), self.recent)
            card.setToolTip(tip_text(str(path)))
            card.clicked.connect(lambda _=False, path=path: self.file_wanted.emit(path))
            cards.append(card)
        self.recent.show_cards(cards)
        self._recent_head.setVisible(bool(cards))
        self.recent.setVisible(bool(cards))
        self._below_recent.setVisible(bool(cards))

    def _picture(self, path: Path) -> QPixmap:
        """What stands for a recent file: itself, or what it made last, or nothing."""
        if path.suffix.lower() not in _PICTURES:
            path = Path(self._remembered.settings.last_pictures.get(str(path), ""))
        image = _small(path)
        return QPixmap() if image is None else QPixmap.fromImage(image)

    def _assemble(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("welcomeInner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(32, 36, 32, 32)
        column.setSpacing(12)
        for part in (_head(), _steps(), self._buttons()):
            column.addWidget(part)
        column.addSpacing(14)
        for part in (self._recent_head, self.recent, self._below_recent, self.starters):
            column.addWidget(part)
        column.addStretch(1)
        inner.setMaximumWidth(_WIDEST + 64)
        scroll = QScrollArea(self)
        scroll.setObjectName("welcomeScroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.setFocusProxy(self.run_button)

    def _buttons(self) -> QWidget:
        self.run_button.setObjectName("runButton")
        self.run_button.setIcon(icon("run", theme.ON_ACCENT))
        self.run_button.setAutoDefault(True)  # Return presses it as well as Space
        self.new_button.setIcon(icon("add"))
        self.open_button.setIcon(icon("open"))
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(10)
        for button in (self.run_button, self.new_button, self.open_button):
            button.setMinimumHeight(34)
            row.addWidget(button)
        row.addStretch()
        return box


def _head() -> QWidget:
    """The sign of the program, its name, and what it is."""
    box = QWidget()
    sign = QLabel(box)
    sign.setPixmap(QIcon(str(RESOURCES / "icons" / "latent-loom.svg")).pixmap(QSize(56, 56)))
    name, about = (
        QLabel(tr("Latent Loom")),
        QLabel(tr("Pictures from words, with every step seen.")),
    )
    name.setObjectName("welcomeName")
    about.setObjectName("welcomeAbout")
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(name)
    words.addWidget(about)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 6)
    row.setSpacing(16)
    row.addWidget(sign)
    row.addLayout(words, 1)
    return box


def _steps() -> QWidget:
    """Three lines on how to begin."""
    lines = (
        tr("Choose a picture below: the graph that makes it opens."),
        tr("Press Run, and watch the picture come out of the noise."),
        tr("Change a value and run again: only what it changes is computed."),
    )
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(lines):
        number, line = QLabel(str(row + 1)), QLabel(text)
        number.setObjectName("welcomeNumber")
        line.setObjectName("welcomeLine")
        line.setWordWrap(True)
        grid.addWidget(number, row, 0)
        grid.addWidget(line, row, 1)
    return box


def _small(path: Path) -> QImage | None:
    """A picture, no larger than a card needs it; None where it cannot be read or is huge."""
    reader = raster_reader(path)
    if reader is None:
        return None
    size = reader.size()
    try:
        if not size.isValid() or path.stat().st_size > _LARGEST_FILE:
            return None
    except OSError:
        return None
    whole = QSize(_PREVIEW, _PREVIEW)
    reader.setScaledSize(size.scaled(whole, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    return None if image.isNull() else image
