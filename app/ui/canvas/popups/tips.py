"""What is said about the place of a card under the mouse, as rich text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QPointF

from app.graph.spec import Plain
from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.face import Face
from app.ui.canvas.cards.layout import Layout, Spot
from app.ui.canvas.cards.text import words
from app.ui.plain import shortened
from app.ui.words import sentence, tr, type_words

_SHORT, _LONGEST = 14, 600
"""So many letters always fit onto a pill, and so many into a tooltip."""


def port_tip(spot: Spot, values: Mapping[str, str] | None = None) -> str:
    """Name, type and meaning of a port, and what went through it the last time.

    ``values`` says for each wire at the port what it carried, by the name of where it came from; an
    output has one, without a name.
    """
    colour = theme.type_colour(spot.type.name).name()
    kind = type_words(spot.type)
    if spot.many and spot.side == "in":
        kind = tr("any number of {kind}", kind=tr(spot.type.name))
    head = f"<b>{escape(words(spot.name))}</b> &nbsp;<span style='color:{colour}'>"
    about = f"{head}{escape(kind)}</span><br>{escape(spot.tip)}"
    lines = [_value_line(source, text) for source, text in (values or {}).items()]
    return "".join([about, *lines])


def wire_tip(output: Spot, ends: tuple[str, str], values: Mapping[str, str]) -> str:
    """Where a wire comes from and where it goes, of what type it is, and what went along it."""
    colour = theme.type_colour(output.type.name).name()
    kind = f"<span style='color:{colour}'>{escape(str(output.type))}</span>"
    source, target = (escape(shortened(end)) for end in ends)
    lines = [_value_line("", text) for text in values.values()]
    return "".join([f"<b>{source}</b> \u2192 <b>{target}</b> &nbsp;{kind}", *lines])


def port_name(node: str, name: str) -> str:
    """A port in words, with its node."""
    return tr("{port} of {node}", port=words(name), node=node)


def _value_line(source: str, text: str) -> str:
    """What one wire carried."""
    if not source:
        return f"<p>{escape(tr('Last value: {value}', value=text))}</p>"
    if not text:
        return f"<p>{escape(tr('From {node}', node=source))}</p>"
    return f"<p>{escape(tr('From {node}: {value}', node=source, value=text))}</p>"


def place_tip(face: Face, layout: Layout, point: QPointF) -> str:
    """What to say about a place of a card where no port is."""
    item = layout.field_at(point)
    if item is not None:
        about = f"<b>{escape(words(item.parameter.name))}</b><br>{escape(item.parameter.tip)}"
        return about + _whole(face.content.value(item.parameter))
    if layout.error is not None and layout.error.contains(point):
        return f"<p>{escape(face.look.error)}</p>"
    if layout.more is not None and layout.more.contains(point):
        return _more_tip(face.content)
    content = face.content
    if content.spec is None:
        kind = f"<b>{escape(content.node.type)}</b>"
        return f"<p>{tr('The kind {kind} is not installed.', kind=kind)}</p>"
    reason = sentence(face.look.reason)
    last = f"<p><b>{tr('Last run')}:</b> {escape(reason)}</p>" if reason else ""
    title = f"<p>{escape(shortened(content.node.title))}</p>" if content.node.title else ""
    return f"{title}<b>{escape(content.spec.title)}</b><p>{escape(content.spec.help)}</p>{last}"


def _whole(value: Plain) -> str:
    """A text that may be cut off on its pill."""
    if not isinstance(value, str) or len(value) < _SHORT:
        return ""
    more = "\u2026" if len(value) > _LONGEST else ""
    return f"<p>{escape(value[:_LONGEST])}{more}</p>"


def _more_tip(content: Content) -> str:
    """Which parameters are folded away."""
    names = ", ".join(words(parameter.name) for parameter in content.folded)
    return tr("Show {names}", names=escape(names)) if names else tr("Fold away what is as usual")
