"""Lists that become one value: a batch, or one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.diffusion.latents.batches import join_latents
from app.diffusion.pictures import pictures
from app.diffusion.plain.lists import EmptyList
from app.diffusion.plain.texts import join
from app.graph.phrases import Phrase
from app.sdk.errors import NodeError
from app.sdk.values import Image, Latent, Mask


class CannotJoin(NodeError):
    """Things of a type of which no batch can be made."""

    english = (
        "A list of {kind} cannot be joined: use pictures, masks, latents or texts, "
        "or pick one item."
    )


def joined(items: Sequence[Any], between: str) -> Any:
    """All items as one batch, or as one text with ``between`` between them.

    Raises EmptyList, CannotJoin, and what the items say where they do not fit.
    """
    if not items:
        raise EmptyList
    kinds = {type(item) for item in items}
    if kinds == {Image}:
        return Image(pictures.join([image.pixels for image in items]))
    if kinds == {Mask}:
        return Mask(pictures.join([mask.alpha for mask in items]))
    if kinds == {Latent}:
        return join_latents(items)
    if kinds == {str}:
        return join(items, between, keep_empty=True)
    raise CannotJoin(kind=Phrase(type(items[0]).__name__))
