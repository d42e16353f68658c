"""Names of a U-Net's attention blocks as people write them; needs no torch: asked while editing."""

from __future__ import annotations

import re

from app.sdk.errors import NodeError

_BLOCK = re.compile(r"(down|up|mid)((?:\.\d{1,2}){0,2})(?:\s*=\s*(-?\d{1,3}(?:\.\d{1,6})?))?")


class NoSuchLayers(NodeError):
    """A text does not name blocks."""

    english = (
        "{text} names no blocks: write down, mid or up with the numbers of block and attention, "
        "such as up.0.1, and perhaps a factor, such as down.2.1=0.5, with commas between."
    )


def read_layers(text: str) -> tuple[tuple[str, float], ...]:
    """Starts of the names of attentions with their factors, in the order of the text.

    ``up.0.1=0.5`` is ``("up_blocks.0.attentions.1", 0.5)``. Raises NoSuchLayers.
    """
    return tuple(_read(part) for part in map(str.strip, text.split(",")) if part)


def _read(part: str) -> tuple[str, float]:
    found = _BLOCK.fullmatch(part)
    if found is None:
        raise NoSuchLayers(text=part[:40])
    side, numbers, factor = found.groups()
    places = numbers.split(".")[1:]
    if side == "mid":
        places = ["", *places]
    name = "mid_block" if side == "mid" else f"{side}_blocks"
    for word, place in zip(("", ".attentions"), places, strict=False):
        name += f"{word}.{place}" if place else ""
    return name, float(factor or 1)
