"""What a graph does, as far as other programs have words for it: one prompt, one sampling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.graph.document import Graph, Node
from app.graph.errors import GraphError
from app.graph.file import read_text
from app.graph.flattening import flat_graph
from app.graph.spec import Plain

_SAMPLER, _TEXT, _EMPTY = "loom.Sampler", "loom.TextEncoder", "loom.EmptyLatent"
_CONSTANTS = ("loom.Text", "loom.Integer", "loom.Float", "loom.Seed")
_USUAL: dict[str, Plain] = {
    "denoise": 1.0,
    "start_step": 0,
    "end_step": 0,
    "noise": "fresh",
    "eta": 0.0,
}
_LOADED = ("loom.LoadImage", "loom.LoadVideo")
_PAINTERS = (_SAMPLER, "loom.VAEDecode")
_PLAIN = {
    "loom.LoadModel",
    _TEXT,
    _EMPTY,
    _SAMPLER,
    "loom.VAEDecode",
    "loom.SaveImage",
    "loom.Preview",
    *_CONSTANTS,
}


@dataclass(frozen=True)
class Recipe:
    """A plain text-to-image or image-to-image sampling; None where the graph does not tell.

    ``is_plain``: two prompts, an empty latent and the settings here are all that acts.
    """

    prompt: str
    negative: str
    sampler: str | None
    spacing: str | None
    steps: int | None
    cfg: float | None
    seed: int | None
    denoise: float | None
    model: str | None
    is_plain: bool = False


@dataclass(frozen=True)
class Origin:
    """How a graph's pictures come about.

    ``generated``: a network painted them, or that cannot be excluded. ``from_picture``: it began
    with a picture that was given to it.
    """

    generated: bool
    from_picture: bool
    recipe: Recipe | None


def read_origin(text: str) -> Origin:
    """The origin of the pictures of a graph file; never raises."""
    try:
        graph = flat_graph(read_text(text, None).snapshot, None)
    except GraphError:
        return Origin(generated=True, from_picture=False, recipe=None)
    active = {id: node for id, node in graph.nodes.items() if not (node.muted or node.bypassed)}
    kinds = {node.type for node in active.values()}
    foreign = any(not kind.startswith("loom.") for kind in kinds)
    samplers = [node for node in active.values() if node.type == _SAMPLER]
    return Origin(
        generated=foreign or not kinds.isdisjoint(_PAINTERS),
        from_picture=any(_starts_from_picture(graph, sampler) for sampler in samplers),
        recipe=_recipe(graph, samplers[0]) if len(samplers) == 1 else None,
    )


def _recipe(graph: Graph, sampler: Node) -> Recipe | None:
    """What one Sampler is told; None where no single prompt reaches it."""
    prompt = _prompt(graph, sampler, "positive")
    if prompt is None:
        return None
    loader = _feeding(graph, sampler, "model")
    denoise = _number(graph, sampler, "denoise")
    spacing = _parameter(graph, sampler, "spacing")
    scheduler = _parameter(graph, sampler, "scheduler")
    model = _parameter(graph, loader, "model") if loader else None
    steps, seed = _number(graph, sampler, "steps"), _number(graph, sampler, "seed")
    return Recipe(
        prompt=prompt,
        negative=_prompt(graph, sampler, "negative") or "",
        sampler=scheduler if isinstance(scheduler, str) else None,
        spacing=spacing if isinstance(spacing, str) else None,
        steps=None if steps is None else int(steps),
        cfg=_number(graph, sampler, "cfg"),
        seed=None if seed is None else int(seed),
        denoise=denoise if _starts_from_picture(graph, sampler) else None,
        model=model if isinstance(model, str) else None,
        is_plain=_is_plain(graph, sampler),
    )


def _is_plain(graph: Graph, sampler: Node) -> bool:
    """Whether a Sampler does all steps from an empty latent, led by nothing but its prompts.

    Nodes of other kinds anywhere might work on the picture afterwards, so there may be none.
    """
    others = any(node.type not in _PLAIN for node in graph.nodes.values())
    fed = {name for name, sources in graph.inputs_of.get(sampler.id, {}).items() if sources}
    latent = _feeding(graph, sampler, "latent")
    prompts = [_feeding(graph, sampler, name) for name in ("positive", "negative")]
    return (
        not others
        and fed <= {"model", "positive", "negative", "latent"}
        and latent is not None
        and latent.type == _EMPTY
        and all(sampler.parameters.get(name, usual) == usual for name, usual in _USUAL.items())
        and all(
            p is not None and p.type == _TEXT and not p.parameters.get("clip_skip") for p in prompts
        )
    )


def _prompt(graph: Graph, sampler: Node, socket: str) -> str | None:
    encoder = _feeding(graph, sampler, socket)
    if encoder is None or encoder.type != _TEXT:
        return None
    text = _parameter(graph, encoder, "text")
    return text if isinstance(text, str) else None


def _number(graph: Graph, node: Node, name: str) -> float | int | None:
    value = _parameter(graph, node, name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _parameter(graph: Graph, node: Node, name: str) -> Plain:
    """The value of a parameter, through wires from constants; None where it is not known."""
    for _ in graph.nodes:  # no way without a loop is longer
        if not graph.inputs_of.get(node.id, {}).get(name):
            return node.parameters.get(name)
        source = _feeding(graph, node, name)
        if source is None or source.type not in _CONSTANTS:
            return None
        node, name = source, "value"
    return None


def _feeding(graph: Graph, node: Node, socket: str) -> Node | None:
    """The node whose wire ends in a socket, if it is there and switched on."""
    sources = graph.inputs_of.get(node.id, {}).get(socket, ())
    found = graph.nodes.get(sources[0].node) if sources else None
    return None if found is None or found.muted or found.bypassed else found


def _starts_from_picture(graph: Graph, sampler: Node) -> bool:
    """Whether a picture file lies upstream of the latent that a Sampler starts from."""
    return any(node.type in _LOADED for node in _upstream(graph, sampler, "latent"))


def _upstream(graph: Graph, node: Node, socket: str) -> Iterator[Node]:
    """All nodes that a socket depends on."""
    seen: set[str] = set()
    waiting = [source.node for source in graph.inputs_of.get(node.id, {}).get(socket, ())]
    while waiting:
        id = waiting.pop()
        if id in seen or id not in graph.nodes:
            continue
        seen.add(id)
        yield graph.nodes[id]
        for sources in graph.inputs_of.get(id, {}).values():
            waiting.extend(source.node for source in sources)
