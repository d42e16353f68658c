"""File commands as the user meets them: dialogs, and the question about unsaved changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.graph.document import Snapshot
from app.places import home, is_file, whole_path
from app.ui.files.open_file import PICTURES, SUFFIX, Fate, ReadGraph
from app.ui.files.questions import Answer, FateAnswer, ask_fate, ask_replace, ask_unsaved
from app.ui.running.problem_list import Problem, Remedy
from app.ui.tab import Tab
from app.ui.tabs import Tabs
from app.ui.words import tr


class FileCommands:
    """New, open, save, close. ``ask`` is put the question about unsaved changes, ``ask_fate`` the
    one about a file that is no longer what it was, ``ask_replace`` that about one in the way."""

    def __init__(
        self,
        window: QWidget,
        tabs: Tabs,
        make_tab: Callable[[], Tab],
        ask: Callable[[QWidget, str], Answer] = ask_unsaved,
    ) -> None:
        self._window, self._tabs, self._make_tab = window, tabs, make_tab
        self.ask = ask
        self.ask_fate = ask_fate
        self.ask_replace = ask_replace

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
            if tab.file.path is not None and tab.file.path == whole_path(path):
                self._tabs.show_tab(tab)
                return True
        return self._take(self._tabs.tab.file.read(path)) or self._offer_copy(path)

    def open_copy(self, graph: Path) -> bool:
        """Show the last good copy of a file that is spoilt or gone, unsaved, under its name."""
        file = self._tabs.tab.file
        for copy in file.earlier.of(graph):
            read = file.read(copy.path)
            if read is not None:
                tab = self._shown(replace(read, path=graph, state=None))
                tab.document.mark_unsaved()
                tab.changed.emit()
                return True
        return False

    def open_starter(self, path: Path) -> bool:
        """Open a shipped graph in a tab of its own."""
        return self._take(self._tabs.tab.file.read_starter(path))

    def open_graph(self, snapshot: Snapshot, name: str) -> bool:
        """Show a graph, such as that of an earlier run, in a tab of its own."""
        return self._take(ReadGraph(snapshot, None, name))

    def save(self, tab: Tab) -> bool:
        """Save under the known name, else ask for one; False where nothing was written."""
        path = tab.file.path
        if path is None:
            return self.save_as(tab)
        while (fate := tab.file.fate()) is not Fate.SAME:
            self._tabs.show_tab(tab)
            answer = self.ask_fate(self._window, tab.name, fate)
            if answer is FateAnswer.ELSEWHERE:
                return self.save_as(tab)
            if answer is FateAnswer.SHOW:
                self.show_other(path)
                return False
            if answer is FateAnswer.CANCEL:
                return False
            if fate is not Fate.AWAY:  # else it is looked for once more
                break
        return tab.file.save(path)

    def save_again(self, tab: Tab) -> bool:
        """Save where the file was, and ask only if another one lies there meanwhile."""
        path = tab.file.path
        if path is not None and tab.file.fate() is Fate.GONE:
            return tab.file.save(path)
        return self.save(tab)

    def show_other(self, path: Path) -> bool:
        """Show what is in a file now beside the graph that was opened from it."""
        read = self._tabs.tab.file.read(path)
        name = tr("{name} on the disk", name=path.stem)
        return self._take(read and replace(read, path=None, name=name))

    def save_as(self, tab: Tab) -> bool:
        """Ask for a name and save; False where nothing was written."""
        suggested = str(tab.file.path or Path(self._folder()) / f"{tab.name}{SUFFIX}")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the graph"), suggested, tr("Graphs") + f" (*{SUFFIX})"
        )
        if not chosen:
            return False
        path = Path(chosen)
        if path.suffix.lower() != SUFFIX:  # a name such as "wall 1.5" has no ending of its own
            path = path.with_name(path.name + SUFFIX)
            # The dialog has asked about the name as it was typed, not about this one.
            if is_file(path) and not self.ask_replace(self._window, path.name, is_kept=True):
                return False
        return tab.file.save(path)

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
        self._shown(read)
        return True

    def _shown(self, read: ReadGraph) -> Tab:
        tab = self._tabs.tab if self._tabs.tab.is_untouched else self._make_tab()
        tab.file.take(read)
        tab.touch()
        self._tabs.show_tab(tab)
        return tab

    def _offer_copy(self, path: Path) -> bool:
        """Say that there is an earlier copy of a file that cannot be opened; always False."""
        tab, graph = self._tabs.tab, whole_path(path)
        if tab.file.earlier.of(graph):
            sentence = tr("An earlier copy of {name} is kept: open that instead.", name=path.name)
            remedy = Remedy(tr("Open the copy"), lambda: self.open_copy(graph))
            tab.problems.add(Problem("file", sentence, is_warning=True, remedies=(remedy,)))
        return False

    def _folder(self) -> str:
        path = self._tabs.tab.file.path
        return str(path.parent if path else home())
