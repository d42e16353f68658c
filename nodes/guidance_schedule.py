"""Guidance that changes while a picture is made."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Guidance, Node, Passes, param, socket


class GuidanceSchedule(Node):
    """Follow the prompt more or less strictly from some step on.

    Up to there the Sampler's own cfg holds. Chain several for more changes. A later change is cheap
    to try, since the steps before are kept; where cfg is 1 the steps take half the time.
    """

    category = "Sampling"
    aliases = ("cfg schedule", "dynamic cfg", "guidance interval", "ramp")

    guidance: Guidance | None = socket("Changes that come before this one.")
    start: float = param(
        default=0.5,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="Part of the steps after which this value holds.",
    )
    cfg: float = param(
        default=3.0,
        low=1.0,
        high=30.0,
        step=0.5,
        tip="How strictly to follow the prompt from there on.",
    )
    change: Literal["at once", "gradual"] = param(
        default="at once",
        tip="Gradual goes there in a straight line from the change before, or from the first step.",
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Guidance, "The changes with this one.", Passes("guidance")]:
        """Put this change behind those before it."""
        before = self.guidance or Guidance(())
        return before.followed_by(self.start, self.cfg, gradual=self.change == "gradual")
