"""Which kinds of node a few typed letters mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable

from app.graph.spec import NodeSpec
from app.ui.canvas.fitting import End, fitness


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
    total = 1.0
    for word in query.lower().split():
        names = [(spec.title, 1.0), *((alias, 0.85) for alias in spec.aliases)]
        names += [(spec.type.rpartition(".")[2], 0.8), (spec.category, 0.45)]
        best = max(_word_score(word, name.lower()) * weight for name, weight in names)
        if best <= 0:
            return 0.0
        total += best
    return total


def _word_score(word: str, name: str) -> float:
    """How well one word matches one name, 0 to some 120."""
    if name == word:
        return 120.0
    if name.startswith(word):
        return 100.0 - len(name) * 0.2
    if f" {word}" in f" {name}":
        return 85.0 - len(name) * 0.2
    if word in name:
        return 65.0 - len(name) * 0.2
    return _scattered(word, name)


def _scattered(word: str, name: str) -> float:
    """Letters in the right order with gaps: better the closer and the more they start words."""
    place, points = -1, 50.0
    for letter in word:
        found = name.find(letter, place + 1)
        if found < 0:
            return 0.0
        starts = found == 0 or not name[found - 1].isalnum()
        points -= 0 if starts or found == place + 1 else 6 + (found - place)
        place = found
    return max(points, 1.0) if len(word) > 1 else 0.0
