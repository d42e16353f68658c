"""Node packs: what there is, what each file brings, and which of them may run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.allowed import AllowedFiles
from app.graph.errors import LoomError
from app.graph.kinds import ListedKinds
from app.node_packs import Pack, install, installed, open_pack
from app.places import find_places, home, users_folder
from app.sdk.node_listing import NodeFile
from app.ui.desktop.outside import show_in_folder
from app.ui.plain import shortened
from app.ui.question import Choice, Question, Role, put
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

Agree = Callable[[Pack], bool]

_FILE = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 12
_WIDEST, _GAP = 240, 24


class NodePacks(QDialog):
    """A list of node files. Nothing of them is run here, only read."""

    def __init__(
        self, folder: Path, allowed: AllowedFiles, kinds: ListedKinds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("nodePacks")
        self.setWindowTitle(tr("Node packs"))
        self.resize(QSize(760, 460))
        self._folder, self._allowed, self._kinds = folder, allowed, kinds
        self.agree: Agree = self._asked
        warning = QLabel(_warning(), self)
        warning.setWordWrap(True)
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([tr("File"), tr("Nodes"), tr("Uses"), tr("State")])
        self.list.setRootIsDecorated(False)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(self)
        self.allow = _button(buttons, tr("Allow"), self._allow)
        self.reveal = _button(buttons, tr("Show in the folder"), self._reveal)
        add = _button(buttons, tr("Add a pack …"), None)
        menu = QMenu(add)
        menu.addAction(tr("A file or a .zip file …"), self._choose_file)
        menu.addAction(tr("A folder …"), self._choose_folder)
        add.setMenu(menu)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.list.itemSelectionChanged.connect(self._update)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for each in (warning, self.list, self.said, buttons):
            column.addWidget(each)
        self.refill()

    def refill(self) -> None:
        """Show what lies in the folder now."""
        self.list.clear()
        for path, file in installed(self._folder):
            titles = ", ".join(file.titles) or file.fault or tr("none that can be told")
            name = path.relative_to(self._folder).as_posix()
            item = QTreeWidgetItem([name, titles, ", ".join(file.imports), self._state(file)])
            item.setData(0, _FILE, path)
            item.setData(1, _FILE, file.content)
            for place in range(3):
                item.setToolTip(place, shortened(item.text(place), 500))
            self.list.addTopLevelItem(item)
        for place in range(3):
            self.list.resizeColumnToContents(place)
            self.list.setColumnWidth(place, min(_WIDEST, self.list.columnWidth(place) + _GAP))
        self._update()

    def add(self, path: Path) -> bool:
        """Take in a pack, after telling what it brings; it does not run by that."""
        try:
            pack = open_pack(path)
            if not self.agree(pack):
                return False
            install(pack, self._folder)
        except LoomError as error:
            self.said.setText(say(error.message))
            return False
        self.said.setText(
            tr("{name} is there. None of it runs before you have allowed it.", name=pack.name)
        )
        self.refill()
        return True

    def _state(self, file: NodeFile) -> str:
        if any(spec.content == file.content for spec in self._kinds.specs()):
            return tr("runs")
        allowed = file.content in self._allowed
        return tr("runs from the next start on") if allowed else tr("waits for you to allow it")

    def _chosen(self) -> Path | None:
        items = self.list.selectedItems()
        return items[0].data(0, _FILE) if items else None

    def _chosen_content(self) -> str:
        return str(self.list.selectedItems()[0].data(1, _FILE))

    def _update(self) -> None:
        for button in (self.allow, self.reveal):
            button.setEnabled(self._chosen() is not None)

    def _allow(self) -> None:
        path = self._chosen()
        if path is None:
            return
        try:
            self._allowed.allow_content(self._chosen_content())  # what was shown, and no other
        except LoomError as error:
            self.said.setText(say(error.message))
            return
        self.said.setText(
            tr(
                "{file} may run from the next start on, as long as it stays unchanged.",
                file=path.name,
            )
        )
        self.refill()

    def _reveal(self) -> None:
        path = self._chosen()
        if path is not None:
            show_in_folder(path)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Add a node pack"), str(home()), tr("Node packs") + " (*.py *.zip)"
        )
        if chosen:
            self.add(Path(chosen))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Add a node pack"), str(home()))
        if chosen:
            self.add(Path(chosen))

    def _asked(self, pack: Pack) -> bool:
        """Say what a pack brings and that it is code, and ask whether it is wanted."""
        question = Question(
            tr("Add a node pack"),
            tr("Add the node pack {name}?", name=shortened(pack.name)),
            f"{brought(pack)}\n\n{_warning()}",
            is_warning=True,
        )
        add = Choice(tr("Add, but do not run it yet"), Role.AcceptRole, True)
        return put(self, question, [add], Choice(tr("Cancel"), Role.RejectRole, False))


def brought(pack: Pack) -> str:
    """The files of a pack in lines, with their nodes and what they import."""
    lines = []
    for file, _ in pack.files[:_MOST_SHOWN]:
        nodes = ", ".join(file.titles) or file.fault or tr("no nodes that can be told")
        uses = ", ".join(file.imports) or tr("nothing")
        line = tr("{file}: {nodes}; uses {modules}", file=file.name, nodes=nodes, modules=uses)
        lines.append(shortened(f"• {line}", 200))
    more = len(pack.files) - _MOST_SHOWN
    return "\n".join(lines + ([tr("and {count} more", count=more)] if more > 0 else []))


def _warning() -> str:
    return tr(
        "Node packs are programs. Once you allow a file, it can do all that you can do on this "
        "computer: allow only what you have read, or got from somebody you trust. A file that "
        "changes has to be allowed again."
    )


def _button(buttons: QDialogButtonBox, text: str, then: Callable[[], None] | None) -> QPushButton:
    made: QPushButton = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
    made.setAutoDefault(False)  # Enter alone must allow nothing
    if then is not None:
        made.clicked.connect(lambda: then())
    return made


def show_node_packs(window: MainWindow, packs: Sequence[Path] = ()) -> None:
    """Show the list; ``packs`` that were dropped are offered first."""
    chosen = window.remembered.settings.node_folder
    folder = users_folder(chosen) if chosen else find_places().nodes
    allowed = AllowedFiles(window.remembered.folder)
    dialog = NodePacks(folder, allowed, cast(ListedKinds, window.kinds), window)
    for pack in packs:
        dialog.add(pack)
    dialog.exec()
    dialog.deleteLater()
