"""Asks what is to be fetched and where it goes, and shows what it is before a byte of it comes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.graph.errors import LoomError
from app.models.downloads.downloads import Downloads
from app.models.downloads.fetching import RemoteFile
from app.models.downloads.offers import Offer
from app.models.downloads.refusals import NeedsToken, NoAccess, PlainAddress
from app.models.downloads.sources import Source, read_source, secret_in, without_secret
from app.ui.shelf.asking import Asking
from app.ui.shelf.model import size_text
from app.ui.words import say, tr

_WIDTH, _LIST_HEIGHT = 620, 180
_FILE = Qt.ItemDataRole.UserRole


class DownloadDialog(QDialog):
    """A source, what it offers, a token where one is needed, and a model folder."""

    def __init__(
        self, downloads: Downloads, folders: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("downloadDialog")
        self.setWindowTitle(tr("Download a model"))
        self.setMinimumWidth(_WIDTH)
        self._downloads = downloads
        self._asking: Asking | None = None
        self._is_noted = False
        self.offer: Offer | None = None
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(tr("owner/name on huggingface.co, or an https:// address"))
        self.source.setToolTip(
            tr("An address may end in #sha256= and the hash that the file must have.")
        )
        self.look = QPushButton(tr("Look"), self)
        self.token = QLineEdit(self)
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.plain = QCheckBox(tr("Fetch it without encryption all the same"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setMinimumHeight(2 * self.said.fontMetrics().height())
        self.files = QListWidget(self)
        self.files.setAccessibleName(tr("Files"))
        self.files.setFixedHeight(_LIST_HEIGHT)
        self.folder = QComboBox(self)
        self.folder.addItems([str(folder) for folder in folders])
        self._assemble()
        self._connect()
        self._forget_offer()

    def ask_for(self, source: str) -> None:
        """Look at once what a source offers that a graph has noted, and no user has typed."""
        self.source.setText(source)
        self._is_noted = True
        self._look()

    def done(self, result: int) -> None:
        """Let go of a question that was not answered."""
        self._drop()
        super().done(result)

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.source, 1)
        line.addWidget(self.look)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.addRow(tr("From"), line)
        self._form.addRow(tr("Access token"), self.token)
        self._form.addRow("", self.plain)
        self._form.addRow(tr("To"), self.folder)
        buttons = QDialogButtonBox(self)
        self.start: QPushButton = buttons.addButton(
            tr("Download"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._start)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addWidget(self.said)
        column.addWidget(self.files)
        column.addWidget(buttons)
        self._form.setRowVisible(self.token, False)
        self._form.setRowVisible(self.plain, False)

    def _connect(self) -> None:
        self.look.clicked.connect(self._look)
        self.source.textEdited.connect(lambda: self._typed())
        self.plain.toggled.connect(lambda: self._look())
        self.files.itemChanged.connect(lambda _item: self._count())

    def _typed(self) -> None:
        """From now on it is the user who names the source."""
        self._is_noted = False
        self._forget_offer()

    def _look(self) -> None:
        """Ask what the source offers."""
        self._forget_offer()
        text = self.source.text()
        if secret := secret_in(text):  # it goes into the keyring, and out of sight
            self.token.setText(secret)
            self.source.setText(without_secret(text.strip()))
        try:
            source = read_source(text, allow_plain=self.plain.isChecked(), is_noted=self._is_noted)
        except LoomError as error:
            self._refuse(error)
            return
        self._keep_token(source)
        self.said.setText(tr("Asking {host} …", host=source.host))
        token = self._downloads.tokens.get(source.host)
        asking = self._asking = Asking(source, token, self.plain.isChecked())
        asking.answered.connect(self._show)
        asking.failed.connect(self._refuse)
        asking.start()

    def _keep_token(self, source: Source) -> None:
        """Keep what was typed, for this host alone."""
        if self.token.text().strip():
            self._downloads.tokens.set(source.host, self.token.text())

    def _show(self, offer: Offer) -> None:
        """Show the files of an offer; of loose ones the first is chosen."""
        self._asking = None
        self.offer = offer
        self.files.blockSignals(True)
        for number, file in enumerate(offer.files):
            item = QListWidgetItem(_words_of(file))
            item.setData(_FILE, number)
            if not offer.is_whole:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                chosen = number == 0 and len(offer.files) == 1
                item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self.files.addItem(item)
        self.files.blockSignals(False)
        self.files.show()
        self._count()

    def _count(self) -> None:
        """Say how much it is."""
        if self.offer is None:
            return
        chosen = self._chosen()
        size = sum(file.size for file in chosen)
        if self.offer.is_whole:
            text = tr(
                "A whole model of {count} files, {size}", count=len(chosen), size=size_text(size)
            )
        elif chosen:
            text = tr(
                "{count} of {all} files, {size}",
                count=len(chosen),
                all=len(self.offer.files),
                size=size_text(size),
            )
        else:
            text = tr("Choose which of the files you want.")
        self.said.setText(text)
        self.start.setEnabled(bool(chosen))
        self.start.setDefault(bool(chosen))

    def _chosen(self) -> tuple[RemoteFile, ...]:
        if self.offer is None or self.offer.is_whole:
            return self.offer.files if self.offer else ()
        items = [self.files.item(row) for row in range(self.files.count())]
        wanted = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(self.offer.files[item.data(_FILE)] for item in wanted)

    def _refuse(self, error: LoomError) -> None:
        """Say why not, and show the field that helps."""
        self._asking = None
        self.said.setText(say(error.message))
        if isinstance(error, PlainAddress):
            self._form.setRowVisible(self.plain, True)
        if isinstance(error, NeedsToken | NoAccess):
            kept = self._downloads.tokens.are_kept
            self.token.setPlaceholderText(
                tr("Kept in the keyring of the system")
                if kept
                else tr("Forgotten when the program ends: no keyring was found")
            )
            self._form.setRowVisible(self.token, True)
            self.token.setFocus()

    def _forget_offer(self) -> None:
        self._drop()
        self.offer = None
        self.files.clear()
        self.files.hide()
        self.start.setEnabled(False)
        self.look.setDefault(True)
        self.said.setText("")

    def _drop(self) -> None:
        if self._asking is not None:
            self._asking.drop()
            self._asking = None

    def _start(self) -> None:
        """Put it on the list of downloads."""
        if self.offer is not None and self._chosen():
            folder = Path(self.folder.currentText())
            self._downloads.start(self.offer, self._chosen(), folder, self.plain.isChecked())
            self.accept()


def _words_of(file: RemoteFile) -> str:
    return f"{file.name}    {size_text(file.size)}" if file.size else file.name
