"""Which kinds of node a few typed letters mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.graph.spec import NodeSpec
from app.ui.canvas.wires.fitting import End, fitness
from app.ui.palette.fuzzy import fit
from app.ui.words import path_of

_FIT, _SOURCE = 40.0, 12.0
_RECENT = (25.0, 8.0)
"""How much it counts that a kind was added last: with nothing typed, and else."""
_WAY = ("Models", "Conditioning", "Latent", "Sampling", "Image", "Mask", "ControlNet", "Video")
"""Categories in the order in which the way to a picture meets them; others come after them."""


def rank(
    query: str, specs: Iterable[NodeSpec], end: End | None = None, recent: Sequence[str] = ()
) -> list[NodeSpec]:
    """The kinds that match ``query``, and that fit a wire's end where one is given.

    Kinds that were added recently come first among equals; for an input, so do kinds that need
    nothing themselves. With nothing typed, kinds of a category lie together.
    """
    scored: list[tuple[float, str, NodeSpec]] = []
    typed = bool(query.strip())
    for spec in specs:
        suits = fitness(spec, end) if end is not None else 0
        found = score(query, spec)
        if found > 0 and (end is None or suits):
            found += _FIT * suits + _newness(spec, recent, typed=typed)
            if end is not None and end.side == "in" and _is_source(spec):
                found += _SOURCE
            group = "" if typed else _group(spec.category)
            scored.append((-found, group + spec.title.lower(), spec))
    return [spec for _, _, spec in sorted(scored, key=lambda entry: entry[:2])]


def _newness(spec: NodeSpec, recent: Sequence[str], *, typed: bool) -> float:
    """More for what was added later."""
    if spec.type not in recent:
        return 0.0
    return _RECENT[typed] * (1 - 0.5 * recent.index(spec.type) / len(recent))


def _group(category: str) -> str:
    """What sorts categories by the way to a picture."""
    first = category.partition("/")[0]
    return f"{_WAY.index(first) if first in _WAY else len(_WAY)} {first} "


def _is_source(spec: NodeSpec) -> bool:
    """Whether a node needs nothing from others."""
    return not any(socket.required for socket in spec.inputs)


def score(query: str, spec: NodeSpec) -> float:
    """How well a kind matches: every word of the query must be found somewhere; 0 if one is not."""
    names = [(spec.title, 1.0), *((alias, 0.85) for alias in spec.aliases)]
    names += [
        (spec.type.rpartition(".")[2], 0.8),
        (spec.category, 0.45),
        (path_of(spec.category), 0.45),
    ]
    return fit(query, names)
