"""What nodes and sockets are called in messages, and the ids of new nodes."""

from __future__ import annotations

import re
import secrets
from collections.abc import Container, Iterable

from app.graph.document import Graph
from app.graph.kinds import Kinds
from app.graph.phrases import Phrase

_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_SHOWN = 5

PATH_MARK = "/"
"""Stands between the ids in the address of a node in subgraphs, and so in no id."""

NO_PATH = Phrase("an id without /")


def new_id(type: str, taken: Container[str]) -> str:
    """A fresh id that reads like the kind: ``loom.VAEDecode`` -> ``vae-decode-k3f9``."""
    name = type.rpartition(".")[2]
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name)
    stem = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "node"
    length = 4
    while True:
        id = f"{stem}-{''.join(secrets.choice(_LETTERS) for _ in range(length))}"
        if id not in taken:
            return id
        length += 1


def free_name(name: str, taken: Container[str]) -> str:
    """``name``, or where that is taken, ``name 2`` and so on."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free


def title_of(graph: Graph, kinds: Kinds | None, id: str) -> str:
    """What a node is called: its own title, else its kind's, else its id."""
    node = graph.nodes.get(id)
    if node is None:
        return id
    spec = kinds.spec(node.type) if kinds else None
    return node.title or (spec.title if spec else "") or node.type.rpartition(".")[2] or id


def socket_of(graph: Graph, kinds: Kinds | None, id: str, name: str) -> Phrase:
    """A socket, parameter or output in words: ``image of VAE Encode``."""
    return named(name, title_of(graph, kinds, id))


def named(name: str, node: str) -> Phrase:
    """A socket, parameter or output of the node that is called ``node``."""
    return Phrase("{name} of {node}", name=Phrase(name), node=node)


def listed(names: Iterable[str]) -> Phrase:
    """Names as a list in a sentence: ``A, B and C``; long lists end in a number."""
    all_names = list(names)
    if len(all_names) > _SHOWN:
        hidden = len(all_names) - _SHOWN + 1
        all_names = [*all_names[: _SHOWN - 1], Phrase("{count} more nodes", count=hidden)]
    head = ", ".join(all_names[:-1])
    if not head:
        return Phrase("".join(all_names))
    return Phrase("{names} and {last}", names=head, last=all_names[-1])
