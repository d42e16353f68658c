"""The graphs that come with the program, and what each of them shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.graph.document import Graph, Snapshot
from app.places import RESOURCES
from app.ui.files.starter_words import all_words, words_with_models
from app.ui.words import tr


@dataclass(frozen=True)
class Starter:
    """A graph to begin with; ``preview`` is a small picture that it made, or its outline.

    ``needs_models`` is True where it names a model that does not come along.
    """

    path: Path
    title: str
    about: str
    needs_models: bool = False

    @property
    def preview(self) -> Path:
        """Where the small picture lies, if there is one."""
        return self.path.with_suffix(".webp")


def starters() -> list[Starter]:
    """All graphs that come with the program, the one to begin with first."""
    words = all_words()
    found = sorted((RESOURCES / "graphs").glob("*.loom"), key=lambda path: _rank(path, list(words)))
    needing = words_with_models()
    return [
        Starter(path, *words.get(path.stem, (_plain_title(path), "")), path.stem in needing)
        for path in found
    ]


def starter_title(path: Path) -> str:
    """What a graph that comes with the program is called."""
    known = all_words().get(path.stem)
    return known[0] if known else _plain_title(path)


def in_language(snapshot: Snapshot) -> Snapshot:
    """A graph of ours with its titles in the user's language; from then on they are the user's."""
    graphs = {id: _titled(graph) for id, graph in snapshot.graphs.items()}
    return replace(snapshot, graphs=graphs)


def _titled(graph: Graph) -> Graph:
    nodes = {id: replace(node, title=_said(node.title)) for id, node in graph.nodes.items()}
    exposed = tuple(replace(item, title=_said(item.title)) for item in graph.exposed)
    return replace(graph, nodes=nodes, exposed=exposed)


def _said(title: str) -> str:
    return tr(title) if title else title


def _rank(path: Path, known: list[str]) -> tuple[int, str]:
    return (known.index(path.stem) if path.stem in known else len(known)), path.stem


def _plain_title(path: Path) -> str:
    words = path.stem.replace("-", " ")
    return words[:1].upper() + words[1:]
