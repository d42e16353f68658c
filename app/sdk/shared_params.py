"""Parameters that several nodes have, so that they mean and say the same in all of them."""

from __future__ import annotations

from typing import Literal

from app.sdk.declare import param
from app.sdk.saving import EmbedChoice

Fit = Literal["crop", "pad", "refuse"]
"""What is done with pictures whose sides are no multiple of the autoencoder's factor."""

BlendMode = Literal[
    "normal", "multiply", "screen", "overlay", "add", "subtract", "difference", "lighten", "darken"
]
"""How two pictures are mixed, by the names of paint programs."""


def fit_param() -> Fit:
    """What an autoencoder does with sides that it cannot take."""
    return param(
        default="crop",
        tip="What to do where a side is no multiple of 8: crop the middle, repeat the border, "
        "or refuse.",
        advanced=True,
    )


def tile_param(tip: str, default: int = 0) -> int:
    """Side of the tiles that a picture is taken apart into; with 0 it stays in one piece."""
    return param(default=default, low=0, high=4096, step=64, unit="px", tip=tip, advanced=True)


def overlap_param(default: int = 64) -> int:
    """How far these tiles lie over each other."""
    return param(
        default=default,
        low=0,
        high=1024,
        step=8,
        unit="px",
        tip="How far neighbouring tiles blend.",
        advanced=True,
    )


def blend_param() -> BlendMode:
    """How one picture is laid over another."""
    return param(default="normal", tip="How the two are mixed, as in paint programs.")


def picture_name_param() -> str:
    """The pattern for names of files with pictures."""
    return param(
        default="loom {number:4}",
        tip="File name: {number:4} is the next free number with 4 places; {date}, {time}, {width} "
        "and {height} can be used too.",
    )


def embed_param() -> EmbedChoice:
    """What a file carries beside its pictures."""
    return param(
        default="as in the settings",
        tip="What is written into the file: the graph, the graph without paths and prompts, or "
        "nothing. The mark of generated pictures stays.",
        advanced=True,
    )
