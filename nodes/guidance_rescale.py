"""Guidance that does not burn pictures out."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from app.sdk import Context, Guidance, Node, Passes, param, socket


class GuidanceRescale(Node):
    """Give a strongly guided picture back the contrast of an unguided one.

    Helps against burnt colours at high cfg, above all with models that predict velocity.
    """

    category = "Sampling"
    aliases = ("cfg rescale", "RescaleCFG", "guidance_rescale", "overexposed")

    guidance: Guidance | None = socket("What else guides.")
    rescale: float = param(
        default=0.7,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="0 leaves the picture as it is; 1 gives back all of the plain contrast.",
    )

    def run(self, ctx: Context) -> Annotated[Guidance, "The guidance with it.", Passes("guidance")]:
        """Note the amount."""
        return replace(self.guidance or Guidance(), rescale=self.rescale)
