"""Masks without greys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from app.sdk import Context, Mask, Node, NodeError, Passes, Plain, param, socket


class EmptyRange(NodeError):
    """The lowest grey lies above the highest."""

    english = "No grey lies from {low} to {high}: lower low, or raise high."


class ThresholdMask(Node):
    """Make greys of a mask white where they lie in a range, and black elsewhere.

    After Mask From Image this gives shadows, midtones or highlights.
    """

    category = "Mask"
    aliases = ("binary", "luminosity mask", "harden", "levels")

    mask: Mask = socket("The mask.")
    low: float = param(
        default=0.5, low=0.0, high=1.0, step=0.05, tip="The darkest grey that turns white."
    )
    high: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="The brightest grey that turns white."
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """A range without a grey is refused before a run."""
        if parameters["low"] > parameters["high"]:
            raise EmptyRange(low=parameters["low"], high=parameters["high"])

    def run(self, ctx: Context) -> Annotated[Mask, "Black and white.", Passes("mask")]:
        from app.diffusion.pictures import masks

        self.check({"low": self.low, "high": self.high})  # one of them may have come by a wire
        return Mask(masks.between(self.mask.alpha, self.low, self.high))
