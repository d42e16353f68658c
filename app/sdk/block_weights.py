"""Strengths of single blocks, written as a text such as ``down = 0.5, up.1 = 0, mid = 1.2``.

Entries are apart by commas or line ends, each a name, ``=`` and a number from -10 to 10. A name is

* ``down``, ``mid`` or ``up`` for the blocks of a U-Net, ``joint`` or ``single`` for those of the
  transformers of SD 3 and Flux, ``text`` for the layers of text encoders, ``other`` for the rest;
* with a number behind a dot, one of these blocks, counted from 0: ``up.1``.

A block has the strength of the longest name that fits it, or 1 where none does.
"""

from __future__ import annotations

import re

from app.sdk.errors import NodeError
from app.sdk.patches import Blocks

_NAMES = ("down", "mid", "up", "joint", "single", "text")
_OTHER = "other"

_MOST = 10.0
_BLOCK = re.compile(
    r"(?:^|\.)(?:(?P<down>down_blocks)|(?P<mid>mid_block)|(?P<up>up_blocks)"
    r"|(?P<single>single_transformer_blocks)|(?P<text>layers|block))(?:\.(?P<number>\d+))?(?=\.|$)"
    r"|^(?P<joint>transformer_blocks)\.(?P<place>\d+)"
)
_ENTRY = re.compile(r"(?P<name>[a-z]+)(?:\.(?P<number>\d{1,3}))?\s*=\s*(?P<weight>\S+)")


class BadBlockWeights(NodeError):
    """A text of block strengths cannot be read."""

    english = (
        "{entry} is no strength of a block: write a name ({names}, or one block such as up.1), "
        "an equals sign and a number from -10 to 10, as in up.1 = 0.5."
    )


def read_block_weights(text: str) -> Blocks:
    """The strengths in a text, in order of their names; raises BadBlockWeights."""
    entries = [entry.strip() for entry in re.split(r"[,\n]", text)]
    return tuple(sorted(dict(_read(entry) for entry in entries if entry).items()))


def _read(entry: str) -> tuple[str, float]:
    found = _ENTRY.fullmatch(entry)
    if found and found["name"] in (*_NAMES, _OTHER):
        weight = _number(found["weight"])
        if weight is not None:
            number = f".{int(found['number'])}" if found["number"] else ""
            return found["name"] + number, weight
    raise BadBlockWeights(entry=entry[:80], names=", ".join((*_NAMES, _OTHER)))


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if -_MOST <= number <= _MOST else None


def block_weight(blocks: Blocks, tensor: str, otherwise: float = 1.0) -> float:
    """The strength for one tensor of a network, by its name; ``otherwise`` where none fits."""
    if not blocks:
        return otherwise
    known, block = dict(blocks), block_of(tensor)
    return known.get(block, known.get(block.partition(".")[0], otherwise))


def block_of(tensor: str) -> str:
    """The block that a tensor belongs to, such as ``up.1``."""
    found = _BLOCK.search(tensor)
    if found is None:
        return _OTHER
    name = next(name for name in _NAMES if found[name])
    number = found["number"] or found["place"]
    return f"{name}.{number}" if number and name != "mid" else name
