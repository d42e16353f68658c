"""The menu of the user's blocks: each can be added, renamed and thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from app.graph.blocks import BlockFolder, BlockKinds, block_type
from app.graph.file_errors import FileError
from app.ui.icons import icon
from app.ui.trash import throw_away
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

    Act = Callable[[MainWindow, BlockFolder, str], None]


def fill_kept_blocks(window: MainWindow, menu: QMenu) -> None:
    """One menu for each block; a line that says so where there is none."""
    if not isinstance(window.kinds, BlockKinds):
        return
    folder = window.kinds.folder
    names = folder.names()
    for name in names:
        about = menu.addMenu(icon("open"), name.replace("&", "&&"))
        add = about.addAction(icon("add"), tr("&Add to the graph"))
        add.triggered.connect(lambda _=False, name=name: _add(window, name))
        about.addSeparator()
        for text, act in ((tr("&Rename …"), _rename), (tr("Move to the &trash"), _throw_away)):
            about.addAction(text).triggered.connect(partial(_do, act, window, folder, name))
    if not names:
        menu.addAction(tr("None yet")).setEnabled(False)


def _add(window: MainWindow, name: str) -> None:
    window.tab.canvas.add_kind(block_type(name))


def _do(act: Act, window: MainWindow, folder: BlockFolder, name: str, _: bool = False) -> None:
    """Change a file, or say why the system refuses."""
    try:
        act(window, folder, name)
    except FileError as error:
        window.status.tell(say(error.message))
    except OSError as error:
        reason = error.strerror or str(error)
        window.status.tell(tr("{name} stays as it is: {reason}.", name=name, reason=reason))


def _rename(window: MainWindow, folder: BlockFolder, name: str) -> None:
    """Ask for another name; nodes that were made of the block keep theirs."""
    title, answered = QInputDialog.getText(
        window,
        tr("Rename the block"),
        tr("What the search calls it"),
        QLineEdit.EchoMode.Normal,
        name,
    )
    if answered and title.strip() and title.strip() != name:
        new = folder.rename(name, title.strip())
        window.status.tell(tr("{name} is called {title} now.", name=name, title=new.stem))


def _throw_away(window: MainWindow, folder: BlockFolder, name: str) -> None:
    """Move the file to the trash; graphs hold copies of their blocks and lose nothing."""
    _, sentence = throw_away(window, folder.file(name))
    window.status.tell(sentence)
