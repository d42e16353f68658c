"""Content addresses of work: equal keys mean equal results.

A key is made of what a node does and of what it is given, never of which node it is: identity,
title and position do not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from app.graph.spec import NodeSpec, Plain

_DIGEST_BYTES = 20


def digest(*parts: Plain) -> str:
    """Hash of plain values; parts never run into each other."""
    # NaN is refused, since it does not even equal itself: such a key would name no work. Texts may
    # hold halves of surrogate pairs, for which plain UTF-8 has no bytes.
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def stamp(spec: NodeSpec, environment: str, place: str = "") -> str:
    """Hash of what a kind of node does here, whatever it is given; ``place`` is where it saves."""
    return digest(spec.type, spec.version, spec.content, environment, place)


def key_as_made(key: str, numerics: Iterable[str]) -> str:
    """The key under which a result is kept; not that of the usual way, if it was another one."""
    ways = sorted(set(numerics))
    return digest(key, *ways) if ways else key


def node_key(
    spec: NodeSpec,
    kind_stamp: str,
    parameters: Mapping[str, Plain],
    contents: Sequence[str],
    inputs: Mapping[str, Sequence[str]],
) -> str:
    """The key of one node's work.

    ``parameters`` are in their canonical form, whether typed in or fed by a wire; ``contents`` the
    hashes of the files that the node reads; ``inputs`` the fingerprints on each fed socket.
    """
    counted = {p.name: parameters[p.name] for p in spec.parameters if p.counts}
    fed = {name: list(fingerprints) for name, fingerprints in inputs.items()}
    return digest(kind_stamp, counted, list(contents), fed)


def step_keys(kind_stamp: str, origin: str, recipes: Iterable[str]) -> list[str]:
    """The key of every state of a fold, the first state's included: each made of the one before."""
    keys = [digest("fold", kind_stamp, origin)]
    for recipe in recipes:
        keys.append(digest("step", keys[-1], recipe))
    return keys
