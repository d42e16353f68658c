"""Guidance away from what a weakened network would make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal

from app.sdk import Context, Guidance, Node, Passes, Plain, param, socket
from app.sdk.courses import Perturbation


class PerturbedGuidance(Node):
    """Lead the picture away from what the model would make with parts of it weakened.

    Sharpens structure, with or without a negative prompt, and asks the network once more a step.
    Perturbed attention (PAG) is for SD 1, SD 2 and SDXL, layers left out (SLG) for SD 3 as well.
    """

    category = "Sampling"
    aliases = ("PAG", "SLG", "perturbed attention guidance", "skip layer guidance")

    guidance: Guidance | None = socket("What else guides.")
    weaken: Literal["attention", "layers"] = param(
        default="attention",
        tip="Attention lets every place see itself alone; layers are left out altogether.",
    )
    layers: str = param(
        default="mid",
        tip="Where: parts of the names of blocks, such as mid or up_blocks.0, with commas between; "
        "for SD 3 the numbers of blocks, such as 7, 8, 9.",
    )
    strength: float = param(
        default=3.0, low=0.0, high=10.0, step=0.1, tip="How hard it leads away; 0 switches it off."
    )
    start: float = param(
        default=0.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it begins."
    )
    end: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it ends."
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """It must begin before it ends."""
        from app.diffusion.sampling.parts_of_steps import check_part

        check_part(parameters["start"], parameters["end"])

    def run(self, ctx: Context) -> Annotated[Guidance, "The guidance with it.", Passes("guidance")]:
        """Note what to weaken."""
        self.check({"start": self.start, "end": self.end})  # one may have come by a wire
        made = Perturbation(self.weaken, self.layers, self.strength, self.start, self.end)
        perturbation = made if self.strength else None
        return replace(self.guidance or Guidance(), perturbation=perturbation)
