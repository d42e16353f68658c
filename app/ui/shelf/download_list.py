"""The downloads with their progress, below the models."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.models.downloads.downloads import Download, Downloads, State
from app.ui.shelf.model import size_text
from app.ui.small_button import small_button
from app.ui.words import say, seconds_text, tr

_MOST_HEIGHT = 220
_STEPS = 1000


class DownloadList(QScrollArea):
    """One row for each download; not seen while there is none."""

    def __init__(self, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("downloadList")
        self._downloads = downloads
        self.rows: dict[int, DownloadRow] = {}
        self._inner = QWidget(self)
        self._inner.setObjectName("downloadRows")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(10, 8, 8, 8)
        self._column.setSpacing(10)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.follow()

    def follow(self) -> None:
        """Show how far the downloads are now."""
        wanted = {download.id: download for download in self._downloads.all()}
        for id in self.rows.keys() - wanted.keys():
            row = self.rows.pop(id)
            self._column.removeWidget(row)
            row.deleteLater()
        for id, download in wanted.items():
            if id not in self.rows:
                self.rows[id] = DownloadRow(self._downloads, id, self._inner)
                self._column.addWidget(self.rows[id])
            self.rows[id].show_download(download)
        self.setVisible(bool(self.rows))
        self._inner.adjustSize()
        self.setFixedHeight(min(_MOST_HEIGHT, self._inner.sizeHint().height() + 2))


class DownloadRow(QWidget):
    """Name, bar and words of one download; stop, go on, and take off the list."""

    def __init__(self, downloads: Downloads, id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.words = QLabel(self)
        self.words.setObjectName("dim")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.stop = small_button("pause", tr("Stop; what has come is kept"), self)
        self.stop.clicked.connect(lambda: downloads.stop(id))
        self.go_on = small_button("run", tr("Go on"), self)
        self.go_on.clicked.connect(lambda: downloads.go_on(id))
        self.away = small_button("close", tr("Take off the list"), self)
        self.away.clicked.connect(lambda: downloads.forget(id))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._name, 0, 0)
        for column, button in enumerate((self.stop, self.go_on, self.away), 1):
            grid.addWidget(button, 0, column)
        grid.addWidget(self.bar, 1, 0, 1, 4)
        grid.addWidget(self.words, 2, 0, 1, 4)

    def show_download(self, download: Download) -> None:
        """Show how far it is."""
        single = len(download.files) == 1
        self._name.setText(download.files[0].name if single else download.offer.source.name)
        self._name.setToolTip(str(download.offer.source))
        part = download.done / download.total if download.total else 0.0
        self.bar.setValue(round(_STEPS * min(1.0, part)))
        self.bar.setVisible(download.state not in (State.DONE, State.FAILED))
        self.words.setText(words_of(download))
        under_way = download.state in (State.WAITING, State.RUNNING)
        self.stop.setVisible(under_way)
        self.go_on.setVisible(download.state in (State.STOPPED, State.FAILED))


def words_of(download: Download) -> str:
    """How far a download is, in words."""
    if download.problem is not None:
        return say(download.problem)
    done, total = size_text(download.done), size_text(download.total)
    match download.state:
        case State.WAITING:
            return tr("Waits for its turn")
        case State.DONE:
            return tr("Done: {path}", path=str(download.path))
        case State.STOPPED:
            return tr("Stopped at {done} of {total}", done=done, total=total)
    if not download.total:
        return done
    if download.speed <= 0 or download.done >= download.total:
        return tr("{done} of {total}", done=done, total=total)
    left = (download.total - download.done) / download.speed
    return tr(
        "{done} of {total} · {speed} a second · {left} left",
        done=done,
        total=total,
        speed=size_text(round(download.speed)),
        left=seconds_text(left),
    )
