"""How well a few typed letters fit a name."""

from __future__ import annotations

from collections.abc import Iterable


def fit(query: str, names: Iterable[tuple[str, float]]) -> float:
    """How well names with their weights fit; each word must be found somewhere, else it is 0."""
    lowered = [(name.lower(), weight) for name, weight in names]
    total = 1.0
    for word in query.lower().split():
        best = max((word_fit(word, name) * weight for name, weight in lowered), default=0.0)
        if best <= 0:
            return 0.0
        total += best
    return total


def word_fit(word: str, name: str) -> float:
    """How well one word fits one name, both in small letters: 0 to some 120."""
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
