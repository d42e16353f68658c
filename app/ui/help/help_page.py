"""The help about a kind of node as a page: what it does, its ends, what goes well with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from app.graph.spec import NodeSpec, OutputSpec, ParameterSpec, SocketSpec
from app.graph.types import ValueType
from app.ui import theme
from app.ui.inspector.parameter_tip import parameter_facts
from app.ui.running.facts import NodeFacts
from app.ui.words import label_of, path_of, seconds_text, sentence, tr, type_words

KIND, DOCS = "kind:", "docs:"
"""Links on the page: to another kind of node, and to the page of this one in the manual."""

_MOST = 6


def help_html(
    spec: NodeSpec,
    specs: Sequence[NodeSpec],
    facts: NodeFacts | None = None,
    *,
    manual: bool = True,
) -> str:
    """The page about a kind; with ``facts`` also what just happened to the node that is shown.

    ``manual`` says whether there is a manual to link to.
    """
    parts = [_head(spec)]
    if facts is not None:
        parts.append(_happened(spec, facts))
    parts += [
        _section(tr("Inputs"), (_end(end, _needed(end)) for end in spec.inputs)),
        _section(tr("Parameters"), (_end(each, parameter_facts(each)) for each in spec.parameters)),
        _section(tr("Outputs"), (_end(end, _passed(end)) for end in spec.outputs)),
        _links(tr("Often fed by"), feeders(spec, specs)),
        _links(tr("Often followed by"), followers(spec, specs)),
    ]
    if manual and not spec.content:
        parts.append(f'<p><a href="{DOCS}{anchor(spec)}">{escape(tr("Open the manual"))}</a></p>')
    return _page("".join(parts))


def anchor(spec: NodeSpec) -> str:
    """The name of the kind's section in the manual."""
    return spec.title.lower().replace(" ", "-")


def followers(spec: NodeSpec, specs: Iterable[NodeSpec]) -> list[NodeSpec]:
    """Kinds that need what this one gives."""
    given = _telling(output.type for output in spec.outputs)
    found = [
        other
        for other in specs
        if other.type != spec.type
        and given & _telling(socket.type for socket in other.inputs if socket.required)
    ]
    return found[:_MOST]


def feeders(spec: NodeSpec, specs: Iterable[NodeSpec]) -> list[NodeSpec]:
    """Kinds that give what this one needs."""
    wanted = _telling(socket.type for socket in spec.inputs)
    found = [
        other
        for other in specs
        if other.type != spec.type and wanted & _telling(output.type for output in other.outputs)
    ]
    return found[:_MOST]


def _telling(types: Iterable[ValueType]) -> set[str]:
    """The names of types that say something; any and generic ones fit everywhere."""
    return {kind.name for kind in types if not kind.is_variable and kind.name != "Any"}


def _page(body: str) -> str:
    colours = {
        "text": theme.SOFT.name(),
        "strong": theme.TEXT.name(),
        "dim": theme.DIM.name(),
        "accent": theme.ACCENT.name(),
    }
    style = (
        "body {{ color: {text}; }} b {{ color: {strong}; }}"
        ".title {{ color: {strong}; font-size: 16px; font-weight: 600; margin-bottom: 2px; }}"
        ".section {{ color: {dim}; font-size: 11px; font-weight: 600; margin-top: 14px; }}"
        "a {{ color: {accent}; text-decoration: none; }} .dim {{ color: {dim}; }}"
    ).format(**colours)
    return f"<html><head><style>{style}</style></head><body>{body}</body></html>"


def _head(spec: NodeSpec) -> str:
    about = "".join(f"<p>{prose(part)}</p>" for part in spec.help.split("\n\n"))
    return (
        f'<p class="title">{escape(spec.title)}</p>'
        f'<p class="dim">{escape(path_of(spec.category))}</p>{about}'
    )


def _happened(spec: NodeSpec, facts: NodeFacts) -> str:
    """What the last run did with the node."""
    lines = [escape(facts.error)] if facts.error else []
    if facts.reason:
        lines.append(escape(sentence(facts.reason)))
    if facts.seconds is not None:
        lines.append(escape(tr("It took {time}.", time=seconds_text(facts.seconds))))
    for output in spec.outputs:
        summary = facts.summaries.get(output.name)
        if summary:
            lines.append(f"<b>{escape(label_of(output.name))}</b>: {escape(summary)}")
    return _section(tr("What happened here"), lines or [escape(tr("It has not run yet."))])


def _section(title: str, lines: Iterable[str]) -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"{_heading(title)}{body}" if body else ""


def _heading(title: str) -> str:
    return f'<p class="section">{escape(title)}</p>'


def prose(text: str) -> str:
    """Help as it stands in a declaration: ``*word*`` is a name."""
    return re.sub(r"\*(\w[^*\n]*)\*", r"<i>\1</i>", escape(text.replace("\n", " ")))


def _end(end: SocketSpec | OutputSpec | ParameterSpec, facts: Iterable[str]) -> str:
    """One socket, parameter or output: its type by colour and name, its tip, and more."""
    dot = f'<span style="color: {theme.type_colour(end.type.name).name()}">●</span>'
    type = f'<span class="dim">{escape(type_words(end.type))}</span>'
    told = " ".join(escape(part) for part in (end.tip, *facts) if part)
    return f"{dot} <b>{escape(label_of(end.name))}</b> &nbsp;{type}<br>{told}"


def _needed(socket: SocketSpec) -> list[str]:
    words = [] if socket.required else [tr("It can be left unconnected.")]
    return [*words, tr("It takes any number of wires.")] if socket.variadic else words


def _passed(output: OutputSpec) -> list[str]:
    if output.passes is None:
        return []
    return [tr("A bypassed node hands on {input} here.", input=label_of(output.passes))]


def _links(title: str, specs: Sequence[NodeSpec]) -> str:
    links = (f'<a href="{KIND}{escape(spec.type)}">{escape(spec.title)}</a>' for spec in specs)
    text = " &nbsp;·&nbsp; ".join(links)
    return f"{_heading(title)}<p>{text}</p>" if text else ""
