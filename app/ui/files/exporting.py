"""Saves a copy of a graph for others: without prompts, paths, notes and titles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.graph.file import write_atomically
from app.graph.private import without_private
from app.graph.writing import to_text
from app.places import home, is_file
from app.sdk.personal import this_person
from app.ui.files.open_file import SUFFIX
from app.ui.files.questions import ask_replace
from app.ui.tab import Tab
from app.ui.words import tr

AskPath = Callable[[QWidget, str], str]
"""Asks for the path of a new file; the given one is offered, and empty means that none is."""


def ask_path(parent: QWidget, offered: str) -> str:
    """Ask with the system's own dialog, which also asks before it takes the name of another."""
    kinds = tr("Graphs") + f" (*{SUFFIX})"
    title = tr("Export a copy without private data")
    return QFileDialog.getSaveFileName(parent, title, offered, kinds)[0]


def export_private(tab: Tab, parent: QWidget, ask: AskPath = ask_path) -> None:
    """Ask for a path and write the graph there without what is private; the graph stays."""
    tab.canvas.commit_edit()
    folder = tab.file.path.parent if tab.file.path else home()
    chosen = ask(parent, str(folder / f"graph{SUFFIX}"))
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
        # The dialog has asked about the name as it was typed, not about this one.
        if is_file(path) and not ask_replace(parent, path.name):
            return
    text = to_text(without_private(tab.document.snapshot, tab.kinds), None)
    try:
        write_atomically(path, this_person().portable_json(text).encode())
    except OSError as error:
        reason = error.strerror or str(error)
        tab.told.emit(tr("{file} cannot be written: {reason}.", file=path.name, reason=reason))
        return
    tab.told.emit(tr("A copy without private data was saved as {path}.", path=path))
