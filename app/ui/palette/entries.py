"""What the command palette offers: actions, files, and after a sign nodes and kinds of nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence

from app.graph.naming import title_of
from app.graph.spec import NodeSpec
from app.ui.actions.table import every_path
from app.ui.files.starters import starters
from app.ui.palette.fuzzy import fit
from app.ui.words import path_of, plain, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

NODE_SIGN, KIND_SIGN = "@", "+"
MOST_RECENT = 8


@runtime_checkable
class _Listed(Protocol):
    def specs(self) -> Iterable[NodeSpec]:
        """All kinds of nodes."""


@dataclass(frozen=True)
class Entry:
    """One line: what it says, where that is found otherwise, its keys, and what it does.

    ``more`` are further names that it is found by. ``id`` is that of an action, else empty.
    """

    text: str
    place: str
    act: Callable[[], object]
    keys: str = ""
    more: tuple[str, ...] = ()
    id: str = ""


def entries_for(window: MainWindow, typed: str) -> list[Entry]:
    """What fits to what was typed, the best first; all where nothing was typed yet."""
    sign, query = typed[:1], typed[1:].strip()
    if sign == NODE_SIGN:
        return _best(query, _nodes(window))
    if sign == KIND_SIGN:
        return _best(query, _kinds(window))
    entries = [*_actions(window), *_panels(window)]
    if typed.strip():
        return _best(typed, [*entries, *_files(window)])
    recent = window.remembered.settings.recent_commands
    order = {id: place for place, id in enumerate(recent)}
    return sorted(entries, key=lambda entry: order.get(entry.id, len(order)))


def _best(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that fit, the best first."""
    scored = [(fit(query, _names(entry)), entry) for entry in entries]
    found = [(-score, entry.text, entry) for score, entry in scored if score > 0]
    return [entry for _, _, entry in sorted(found, key=lambda each: each[:2])]


def _names(entry: Entry) -> list[tuple[str, float]]:
    return [(entry.text, 1.0), *((name, 0.85) for name in entry.more), (entry.place, 0.4)]


def _actions(window: MainWindow) -> Iterator[Entry]:
    """Actions that can be used now."""
    table = window.actions_table
    table.update()
    for id, place in every_path().items():
        action = table.by_id.get(id)
        if action is None or not action.isEnabled() or id == "palette":
            continue
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = plain(action.text())
        tip = table.specs[id].tip
        yield Entry(text, plain(tr(place)), action.trigger, keys, (tr(tip),) if tip else (), id)


def _panels(window: MainWindow) -> Iterator[Entry]:
    """The panels around the canvas, to be brought to the front."""
    for id, dock in window.panels.docks.items():
        yield Entry(dock.windowTitle(), tr("Panels"), partial(window.stations.go_to, id))


def _files(window: MainWindow) -> Iterator[Entry]:
    """Files that were open before, and the graphs that come with the program."""
    for name in window.remembered.settings.recent_files:
        path = Path(name)
        act = partial(window.files.open_path, path)
        yield Entry(path.stem, tr("Open recent"), act, more=(path.parent.name,))
    for starter in starters():
        act = partial(window.files.open_starter, starter.path)
        yield Entry(starter.title, tr("Starter graphs"), act)


def _nodes(window: MainWindow) -> Iterator[Entry]:
    """The nodes of the graph that is seen."""
    tab = window.tab
    graph = tab.document.snapshot.main
    for id, node in graph.nodes.items():
        spec = tab.kinds.spec(node.type)
        kind = spec.title if spec is not None else node.type
        title = title_of(graph, tab.kinds, id)
        yield Entry(title, kind, partial(tab.go_to, id))


def _kinds(window: MainWindow) -> Iterator[Entry]:
    """All kinds of nodes."""
    kinds, canvas = window.tab.kinds, window.tab.canvas
    for spec in kinds.specs() if isinstance(kinds, _Listed) else ():
        yield Entry(
            spec.title,
            path_of(spec.category),
            partial(canvas.add_kind, spec.type),
            more=spec.aliases,
        )
