"""Other ways to follow a prompt than plain guidance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal

from app.sdk import Context, Guidance, Node, Passes, Plain, param, socket
from app.sdk.courses import GuidanceMethod as Method


class GuidanceMethod(Node):
    """Combine what the network says to both prompts in another way than plain guidance does.

    APG tames colours at high cfg. CFG-Zero* weighs the negative answer, and does nothing in the
    first steps; it is made for SD 3 and Flux. TCFG takes from the negative answer what leads away.
    """

    category = "Sampling"
    aliases = ("APG", "CFG-Zero", "TCFG", "adaptive projected guidance", "guider")

    guidance: Guidance | None = socket("What else guides.")
    method: Literal["APG", "CFG-Zero*", "TCFG"] = param(
        default="APG", tip="How the two answers are combined."
    )
    parallel: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="APG: how much of the guidance along the answer itself to keep; less means less "
        "saturation.",
    )
    limit: float = param(
        default=15.0,
        low=0.0,
        high=100.0,
        step=0.5,
        tip="APG: the longest that the guidance may be; 0 does not limit it.",
    )
    zero_steps: int = param(
        default=1,
        low=0,
        high=10,
        tip="CFG-Zero*: for how many of the first calls of the network it predicts nothing.",
        advanced=True,
    )
    start: float = param(
        default=0.0, low=0.0, high=1.0, step=0.05, tip="Part of the steps after which it begins."
    )
    end: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which plain guidance goes on.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """It must begin before it ends."""
        from app.diffusion.sampling.parts_of_steps import check_part

        check_part(parameters["start"], parameters["end"])

    def run(self, ctx: Context) -> Annotated[Guidance, "The guidance with it.", Passes("guidance")]:
        """Note the method with the settings that belong to it."""
        self.check({"start": self.start, "end": self.end})  # one may have come by a wire
        settings: dict[str, tuple[tuple[str, float], ...]] = {
            "APG": (("parallel", self.parallel), ("limit", self.limit)),
            "CFG-Zero*": (("zero_steps", float(self.zero_steps)),),
            "TCFG": (),
        }
        method = Method(self.method, settings[self.method], self.start, self.end)
        return replace(self.guidance or Guidance(), method=method)
