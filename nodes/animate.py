"""Makes the pictures of a model move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import (
    Context,
    Model,
    MotionAdapter,
    Node,
    Passes,
    Plain,
    ValueType,
    param,
    socket,
)
from app.sdk.traits import family_from


class Animate(Node):
    """Put motion layers into a model (AnimateDiff), so that it makes videos.

    The latent is then an Empty Video Latent, or that of a video. About 16 frames go well together.
    """

    category = "Video"
    aliases = ("AnimateDiff", "motion", "video")

    model: Model = socket("A model that makes pictures, of SD 1 or SDXL.")
    motion: MotionAdapter = socket("The motion layers.")
    levels: Literal["linear", "as the model"] = param(
        default="linear",
        tip="Noise levels: linear are those that most motion layers were trained with; without "
        "them colours fade.",
        advanced=True,
    )

    def run(
        self, ctx: Context
    ) -> Annotated[Model, "The model that makes videos.", Passes("model")]:
        """Note the motion layers on the handle."""
        from app.diffusion.video.motion import animated

        return animated(self.model, self.motion, linear=self.levels == "linear")

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The model stays of its family."""
        return family_from(cls, inputs, ("model", "motion"))
