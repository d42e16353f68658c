"""What the next run will do, in full words: which nodes work, and why."""

from __future__ import annotations

from collections.abc import Callable

from app.engine.forecast import Forecast, NodeForecast
from app.ui.words import say, sentence, tr

_MOST = 3


def details_text(forecast: Forecast | None, title_of: Callable[[str], str]) -> str:
    """The first nodes that work with what makes them, and how many more do; empty where unknown."""
    if forecast is None:
        return ""
    if not forecast.nodes:
        return tr("Everything that the graph makes is kept: a run costs nothing.")
    begin = [node for node in forecast.nodes if node.reasons][:_MOST]
    lines = [_line(node, title_of(node.node)) for node in begin]
    others = len(forecast.nodes) - len(begin)
    if others and begin:
        names = (title_of(node.node) for node in forecast.nodes if node not in begin)
        listed = ", ".join(dict.fromkeys(names))
        lines.append(tr("After that: {nodes}", nodes=listed))
    lines.append(tr("What Run will have to do; everything else is kept from before."))
    return "\n".join(lines)


def _line(node: NodeForecast, title: str) -> str:
    why = sentence(", ".join(map(say, node.reasons)))
    return tr("{node}: {reasons}", node=title, reasons=why)
