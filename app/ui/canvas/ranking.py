"""Which kinds of node a few typed letters mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable

from app.graph.spec import NodeSpec
from app.ui.canvas.fitting import End, fitness
from app.ui.fuzzy import fit


def rank(query: str, specs: Iterable[NodeSpec], end: End | None = None) -> list[NodeSpec]:
    """The kinds that match ``query``, and that fit a wire's end where one is given."""
    scored: list[tuple[float, str, NodeSpec]] = []
    for spec in specs:
        suits = fitness(spec, end) if end is not None else 0
        found = score(query, spec)
        if found > 0 and (end is None or suits):
            scored.append((-found - 40 * suits, spec.title.lower(), spec))
    return [spec for _, _, spec in sorted(scored, key=lambda entry: entry[:2])]


def score(query: str, spec: NodeSpec) -> float:
    """How well a kind matches: every word of the query must be found somewhere; 0 if one is not."""
    names = [(spec.title, 1.0), *((alias, 0.85) for alias in spec.aliases)]
    names += [(spec.type.rpartition(".")[2], 0.8), (spec.category, 0.45)]
    return fit(query, names)
