"""How strictly a picture is kept that a model changes by instructions."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from app.sdk import Context, Guidance, Node, Passes, param, socket


class ImageGuidance(Node):
    """Keep more or less of the picture that an InstructPix2Pix model changes.

    Without this node the Sampler takes 1.5. Other models do not use it.
    """

    category = "Sampling"
    aliases = ("InstructPix2Pix", "image cfg", "image_guidance_scale", "DualCFGGuider")

    guidance: Guidance | None = socket("What else guides.")
    picture: float = param(
        default=1.5,
        low=0.0,
        high=10.0,
        step=0.1,
        tip="More keeps closer to the picture; below 1 the Sampler follows the prompt plainly.",
    )

    def run(self, ctx: Context) -> Annotated[Guidance, "The guidance with it.", Passes("guidance")]:
        """Note the scale."""
        return replace(self.guidance or Guidance(), picture=self.picture)
