"""File commands as the user meets them: dialogs, and the question about unsaved changes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.graph.document import Snapshot
from app.places import home
from app.ui.files.open_file import PICTURES, SUFFIX, ReadGraph
from app.ui.plain import shortened
from app.ui.tab import Tab
from app.ui.tabs import Tabs
from app.ui.words import tr


class Answer(Enum):
    """What to do with changes that were not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Ask what to do with the changes to the graph called ``name``."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Unsaved changes"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Save the changes to {name}?", name=shortened(name)))
    box.setInformativeText(tr("They are lost otherwise."))
    save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("Don't save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is save:
        return Answer.SAVE
    return Answer.DISCARD if clicked is discard else Answer.CANCEL


class FileCommands:
    """New, open, save, close. ``ask`` is put the question about unsaved changes."""

    def __init__(
        self,
        window: QWidget,
        tabs: Tabs,
        make_tab: Callable[[], Tab],
        ask: Callable[[QWidget, str], Answer] = ask_unsaved,
    ) -> None:
        self._window, self._tabs, self._make_tab = window, tabs, make_tab
        self.ask = ask

    def may_close(self, tab: Tab) -> bool:
        """Whether a graph may be given up: it is saved, or the user said so."""
        tab.canvas.commit_edit()
        if not tab.is_modified:
            return True
        self._tabs.show_tab(tab)
        answer = self.ask(self._window, tab.name)
        if answer is Answer.SAVE:
            return self.save(tab)
        return answer is Answer.DISCARD

    def may_leave(self) -> bool:
        """Whether all graphs may be given up."""
        return all(self.may_close(tab) for tab in self._tabs.all())

    def new(self) -> None:
        """Begin with an empty graph."""
        self._tabs.show_tab(self._make_tab())

    def open(self) -> None:
        """Let the user choose files and open them."""
        pictures = " ".join(f"*{suffix}" for suffix in sorted(PICTURES))
        offered = ";;".join(
            [
                tr("Graphs and pictures") + f" (*{SUFFIX} {pictures})",
                tr("All files") + " (*)",
            ]
        )
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, tr("Open graphs"), self._folder(), offered
        )
        for path in chosen:
            self.open_path(Path(path))

    def open_path(self, path: Path) -> bool:
        """Open a file in a tab of its own, or go to the tab where it is open already."""
        for tab in self._tabs.all():
            if tab.file.path is not None and tab.file.path == path.resolve():
                self._tabs.show_tab(tab)
                return True
        return self._take(self._tabs.tab.file.read(path))

    def open_starter(self, path: Path) -> bool:
        """Open a shipped graph in a tab of its own."""
        return self._take(self._tabs.tab.file.read_starter(path))

    def open_graph(self, snapshot: Snapshot, name: str) -> bool:
        """Show a graph, such as that of an earlier run, in a tab of its own."""
        return self._take(ReadGraph(snapshot, None, name))

    def save(self, tab: Tab) -> bool:
        """Save under the known name, else ask for one; False where nothing was written."""
        return tab.file.save(tab.file.path) if tab.file.path else self.save_as(tab)

    def save_as(self, tab: Tab) -> bool:
        """Ask for a name and save; False where nothing was written."""
        suggested = str(tab.file.path or Path(self._folder()) / f"{tab.name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the graph"), suggested, tr("Graphs") + f" (*{SUFFIX})"
        )
        if not chosen:
            return False
        path = Path(chosen)
        return tab.file.save(path if path.suffix else path.with_suffix(SUFFIX))

    def save_all(self) -> bool:
        """Save every graph with changes; False once the user thinks again."""
        return all(self.save(tab) for tab in self._tabs.all() if tab.is_modified)

    def close_tab(self, tab: Tab) -> None:
        """Close a graph; after the last one there is an empty one."""
        if not self.may_close(tab):
            return
        if self._tabs.count() == 1:
            self._make_tab()
        self._tabs.remove(tab)

    def _take(self, read: ReadGraph | None) -> bool:
        """Show a graph that was read in a tab of its own, unless it could not be read."""
        if read is None:
            return False
        tab = self._tabs.tab if self._tabs.tab.is_untouched else self._make_tab()
        tab.file.take(read)
        tab.touch()
        self._tabs.show_tab(tab)
        return True

    def _folder(self) -> str:
        path = self._tabs.tab.file.path
        return str(path.parent if path else home())
