"""What is to be kept of open graphs, and their texts, which are made on another thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.graph.document import Snapshot
from app.graph.file import to_text
from app.graph.kinds import Kinds
from app.ui.files.session_file import KeptTab
from app.ui.tab import Tab

OpenTab = tuple[KeptTab, Snapshot | None]
"""A tab whose text is still to be made from a snapshot."""


class Texts:
    """Makes texts of graphs; one that is as it was is not made anew."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._made: list[tuple[Snapshot, str]] = []

    def fill(self, opened: Iterable[OpenTab]) -> Iterator[KeptTab]:
        """The tabs with their graphs as texts."""
        made: list[tuple[Snapshot, str]] = []
        for kept, snapshot in opened:
            if snapshot is None:
                yield kept
                continue
            known = (text for other, text in self._made if other is snapshot)
            text = next(known, "") or to_text(snapshot, self._kinds)
            made.append((snapshot, text))
            yield replace(kept, text=text)
        self._made = made


def kept_of(tab: Tab) -> OpenTab:
    """What is to be kept of a tab. A graph whose file holds it needs no text."""
    path = tab.file.path
    modified = tab.is_modified
    snapshot = tab.document.snapshot if modified or path is None else None
    kept = KeptTab(
        path=str(path) if path else "",
        name=tab.file.given_name,
        is_modified=modified,
        stamp=tab.file.stamp,
        view=() if tab.canvas.path else tab.canvas.kept_view(),
    )
    return kept, snapshot
