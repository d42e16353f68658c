"""A window of the program that is led through recipes, and what recipes do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screen_recipes import Recipe

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
GRAPHS = ROOT / "resources" / "graphs"
WIDTH, HEIGHT = 1456, 819

_MOMENT = 12
"""Looks at the window until pictures are laid out and lists are filled."""

Condition = Callable[[], bool]
Steps = Iterator[Condition]
"""A recipe under way: it goes on as soon as the condition that it gave holds."""


class Stage:
    """Leads a window through recipes."""

    def __init__(self, window: Any, recipes: Sequence[Recipe]) -> None:
        self.window = window
        self._graph = ""
        window.showNormal()
        window.resize(WIDTH, HEIGHT)
        self._steps = self._through(recipes)
        self._waits_for: Condition = lambda: True

    def is_done(self) -> bool:
        """Look whether what is waited for has come, and go on then; True after the last recipe."""
        while self._waits_for():
            step = next(self._steps, None)
            if step is None:
                return True
            self._waits_for = step
        return False

    def _through(self, recipes: Sequence[Recipe]) -> Steps:
        from app.ui import theme

        yield lambda: bool(self.window.worker.device())  # the status bar tells it
        for recipe in recipes:
            theme.current.choose(recipe.theme)
            yield from recipe.take(self)

    @property
    def canvas(self) -> Any:
        """The canvas that is seen."""
        return self.window.tab.canvas

    def act(self, action: str) -> None:
        """Do what the action of this name does."""
        self.window.actions_table.by_id[action].trigger()

    def painted(self, graph: str) -> Steps:
        """Show a starter graph that has been run, all of it; run it where it has not."""
        if self._graph != graph:
            self.open(graph)
            self.window.tab.run()
        tab = self.window.tab
        yield lambda: ended_well(tab)
        tab.canvas.fit_all()
        yield moment()

    def open(self, graph: str) -> None:
        """Open a starter graph in a tab of its own, the only one."""
        for tab in self.window.tabs.all():
            tab.document.mark_saved()
            self.window.files.close_tab(tab)
        self.window.files.open_starter(GRAPHS / f"{graph}.loom")
        self._graph = graph

    def set(self, node: str, parameter: str, value: Any) -> None:
        """Give a parameter another value, as an editor on the card does."""
        from app.graph import edits

        tab = self.window.tab
        change = edits.set_parameter(tab.document.snapshot, tab.kinds, node, parameter, value)
        tab.document.apply(change)

    def run(self) -> Steps:
        """Run the graph to its end."""
        tab = self.window.tab
        tab.run()
        yield lambda: ended_well(tab)
        yield moment()

    def keep(self, name: str, over: Any = None) -> None:
        """Save what the window shows, with a dialog in the middle where one is ``over`` it."""
        from PySide6.QtGui import QPainter

        # It tells where on this computer a picture was saved.
        self.window.statusBar().clearMessage()
        seen = self.window.grab()
        if over is not None:
            painter = QPainter(seen)
            painter.fillRect(self.window.rect(), _shade())
            left, top = self.window.width() - over.width(), self.window.height() - over.height()
            painter.drawPixmap(left // 2, top // 2, over.grab())
            painter.end()
        seen.save(str(PICTURES / f"{name}.png"))


def ended_well(tab: Any) -> bool:
    """Whether the run of a tab has ended; gives up where it failed, as pictures would show it."""
    if tab.last_end is not None and not tab.last_end.ok:
        raise SystemExit("A run failed: the pictures would show it.")
    return tab.last_end is not None


def moment() -> Condition:
    """A condition that holds a little later."""
    looks = iter(range(_MOMENT))
    return lambda: next(looks, None) is None


def _shade() -> Any:
    """What lies over a window behind a dialog."""
    from PySide6.QtGui import QColor

    return QColor(0, 0, 0, 90)
