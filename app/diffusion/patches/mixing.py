"""Puts mixtures on handles, after the checks that can be made without reading any weights."""

from __future__ import annotations

from app.diffusion.patches.merges import FamiliesDiffer, check_merge
from app.sdk.models import Model, TextModel, Weights
from app.sdk.patches import Blocks, Merge


def mix_models(
    model: Model, other: Model, base: Model | None, amount: float, blocks: Blocks
) -> Model:
    """A model with another one mixed in; fields as in Merge. Raises a refusal where they misfit."""
    if not amount and not blocks:
        return model
    for handle in filter(None, (other, base)):
        _check(model.weights, handle.weights, adds=base is not None)
    return model.patched(
        Merge(
            (other.weights,),
            amount,
            blocks,
            other.patches,
            (base.weights,) if base else (),
            base.patches if base else (),
        )
    )


def mix_text_models(
    text_model: TextModel | None,
    other: TextModel | None,
    base: TextModel | None,
    amount: float,
    blocks: Blocks,
) -> TextModel | None:
    """The same of text encoders; as they are, where there are no others."""
    if text_model is None or other is None or not (amount or blocks):
        return text_model
    for handle in filter(None, (other, base)):
        for own in text_model.encoders:
            for encoder in handle.encoders:
                if encoder.part == own.part:
                    _check(own, encoder)
    return text_model.patched(
        Merge(
            other.encoders,
            amount,
            blocks,
            other.patches,
            base.encoders if base else (),
            base.patches if base else (),
        )
    )


def _check(own: Weights, other: Weights, adds: bool = False) -> None:
    if own.family != other.family:
        raise FamiliesDiffer(own=own.family, other=other.family)
    check_merge(own, other, adds)
