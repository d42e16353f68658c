"""Earlier and other versions of a graph, brought back as a step that Undo can take back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QMenu

from app.graph.earlier import EarlierCopy
from app.graph.restoring import bring_back
from app.ui.files.commands import FileCommands
from app.ui.files.open_file import ReadGraph
from app.ui.plain import tip_text
from app.ui.tab import Tab
from app.ui.words import tr


def fill_earlier(menu: QMenu, files: FileCommands, tab: Tab) -> None:
    """One entry for each copy that was kept of a graph; a line that says so where there is none."""
    path = tab.file.path
    copies = tab.file.earlier.of(path) if path else []
    for copy in copies:
        is_now = tab.file.known.digest.startswith(copy.digest)
        if is_now and not tab.is_modified:
            continue  # it is what is seen
        when = _when(copy)
        title = tr("As last saved, {when}", when=when) if is_now else when
        action = menu.addAction(title)
        action.setToolTip(tip_text(str(copy.path)))
        action.triggered.connect(lambda _=False, copy=copy: restore(files, tab, copy))
    if menu.isEmpty():
        menu.addAction(tr("None yet")).setEnabled(False)


def restore(files: FileCommands, tab: Tab, copy: EarlierCopy) -> None:
    """Bring a graph back as it was saved once; Undo takes that back, and no file changes."""
    read = tab.file.read(copy.path)
    if read is None:
        return
    when = _when(copy)
    name = tr("{name} of {when}", name=tab.name, when=when)
    if _in_place(files, tab, read, name):
        tab.told.emit(tr("The graph is as it was saved: {when}. Undo takes that back.", when=when))


def load_again(files: FileCommands, tab: Tab) -> None:
    """Take over what another program wrote into the file; Undo brings one's own version back."""
    path = tab.file.path
    read = tab.file.read(path) if path else None
    if read is None or read.state is None:
        return
    if _in_place(files, tab, read, tr("{name} on the disk", name=tab.name)):
        tab.file.known = read.state
        tab.document.mark_saved()
        tab.changed.emit()


def _in_place(files: FileCommands, tab: Tab, read: ReadGraph, name: str) -> bool:
    """Put a version in the place of the one that is seen, or else beside it; whether in place."""
    tab.canvas.commit_edit()
    change = bring_back(tab.document.snapshot, read.snapshot, "Restore")
    if change is None:
        files.open_graph(read.snapshot, name)
        return False
    tab.document.end_merging()
    tab.document.apply(change)
    return True


def _when(copy: EarlierCopy) -> str:
    """Day and time of a copy, to the second: several may come from one minute."""
    locale = QLocale()
    moment = QDateTime.fromSecsSinceEpoch(int(copy.saved))
    time = moment.time().toString("HH:mm:ss")
    if moment.date().toPython() == datetime.now().date():
        return tr("today, {time}", time=time)
    return f"{locale.toString(moment.date(), QLocale.FormatType.ShortFormat)}, {time}"
