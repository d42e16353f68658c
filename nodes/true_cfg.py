"""Classifier-free guidance for models that take cfg as a number."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from app.sdk import Context, Guidance, Node, Passes, param, socket


class TrueCFG(Node):
    """Let a model that takes cfg as a number, such as Flux dev, also mind the negative prompt.

    The Sampler's cfg stays the number that such a model was distilled with. With a true cfg above 1
    and a negative prompt every step asks the model twice, and takes twice as long.
    """

    title = "True CFG"
    category = "Sampling"
    aliases = ("negative prompt for Flux", "true_cfg_scale", "real cfg", "distilled guidance")

    guidance: Guidance | None = socket("What else guides.")
    cfg: float = param(
        default=4.0,
        low=1.0,
        high=30.0,
        step=0.5,
        tip="How strictly to follow the prompt against the negative one; 1 switches it off.",
    )

    def run(self, ctx: Context) -> Annotated[Guidance, "The guidance with it.", Passes("guidance")]:
        """Note how strictly."""
        return replace(self.guidance or Guidance(), true_cfg=self.cfg)
