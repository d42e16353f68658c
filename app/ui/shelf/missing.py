"""Tells which models a graph misses, and lets the user choose what stands for them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, QTimer

from app.graph.learning import look_again
from app.models.missing import Missing, missing_models, moved_message, replacing
from app.ui.running.problem_list import Problem, Remedy
from app.ui.shelf.misfits import misfits
from app.ui.shelf.shelf_in_view import ShelfInView
from app.ui.shelf.words import kind_word
from app.ui.tab import Tab
from app.ui.words import say, tr

_PAUSE = 300
"""Milliseconds after the last edit before it is looked whether it found a model."""


class MissingModels(QObject):
    """Follows one open graph. ``download`` opens the dialog that fetches from a source.

    A model that is there under another name is put in its place, once; of others a problem tells,
    with what may stand for them. New problems come up when a graph is opened or the shelf changes,
    not while a name is typed.
    """

    def __init__(self, tab: Tab, shelf: ShelfInView, download: Callable[[str], None]) -> None:
        super().__init__(tab)
        self._tab, self._shelf, self._download = tab, shelf, download
        self._moved: set[tuple[str, str, str, str]] = set()
        self._names: Collection[tuple[str, str]] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self._check(new=False))
        self._leave = tab.document.subscribe(lambda *_: self._pause.start())
        tab.closed.connect(self._close)
        tab.file.opened.connect(lambda: QTimer.singleShot(0, self, self._opened))
        shelf.traits_changed.connect(self._learn)
        shelf.changed.connect(self._looked)
        shelf.looking_changed.connect(self._looked)

    def _close(self) -> None:
        """The graph is closed: follow nothing any more."""
        self._leave()
        self._pause.stop()
        self._shelf.traits_changed.disconnect(self._learn)
        self._shelf.changed.disconnect(self._looked)
        self._shelf.looking_changed.disconnect(self._looked)

    def _learn(self) -> None:
        """More is known of models: wires may fit no longer, or again."""
        look_again(self._tab.document.snapshot, self._tab.kinds)
        self._tab.canvas.look_again()
        self._check(new=False)

    def _looked(self) -> None:
        """Models may have come or gone."""
        if self._shelf.has_looked and not self._shelf.is_looking:
            before, self._names = self._names, self._shelf.shelved.by_name.keys()
            self._check(new=before != self._names)

    def _opened(self) -> None:
        self._moved.clear()
        self._check()

    def _check(self, *, new: bool = True) -> None:
        """Bring the problems up to date; only with ``new`` there may be more than before."""
        if not self._shelf.has_looked:
            return
        tab = self._tab
        self._take_moved()
        missing = missing_models(tab.document.snapshot, tab.kinds, self._shelf.shelved)
        problems = [self._problem(each) for each in missing]
        wires = list(misfits(tab.document.snapshot, tab.kinds))
        kept = (*problems, *wires)
        tab.problems.retain(lambda each: each.origin != "models" or each in kept)
        told = {problem.sentence for problem in tab.problems.all()}
        for problem in kept if new else wires:
            if problem.sentence not in told:
                tab.problems.add(problem)

    def _take_moved(self) -> None:
        """Put models that have other names now in their places."""
        tab = self._tab
        found = missing_models(tab.document.snapshot, tab.kinds, self._shelf.shelved)
        moved = [each for each in found if each.same and _place(each) not in self._moved]
        if not moved:
            return
        self._moved |= set(map(_place, moved))
        with tab.document.group("Find models"):
            for each in moved:
                self._replace(each, each.same)
        tab.told.emit(" ".join(say(moved_message(each)) for each in moved))

    def _replace(self, missing: Missing, name: str) -> None:
        tab = self._tab
        tab.document.apply(replacing(tab.document.snapshot, tab.kinds, missing, name))

    def _problem(self, missing: Missing) -> Problem:
        sentence = tr(
            "{name} ({kind}) is not on the shelf: choose another one, or put it into a model"
            " folder.",
            name=missing.name,
            kind=kind_word(missing.kind),
        )
        remedies = [
            Remedy(tr("Use {name}", name=name), partial(self._replace, missing, name))
            for name in dict.fromkeys((missing.same, *missing.similar))
            if name
        ]
        if missing.source:
            label = tr("Download from {source}", source=missing.source)
            remedies.append(Remedy(label, partial(self._download, missing.source)))
        else:
            remedies.append(Remedy(tr("Download …"), partial(self._download, "")))
        here = missing.graph == self._tab.document.snapshot.root
        node = missing.node if here else ""
        return Problem(
            "models", sentence, missing.title, node, is_warning=True, remedies=tuple(remedies)
        )


def _place(missing: Missing) -> tuple[str, str, str, str]:
    return missing.graph, missing.node, missing.parameter, missing.name
