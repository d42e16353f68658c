"""Pictures larger than a model can see at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Literal

from app.sdk import Context, Model, Node, Passes, Plain, Size, ValueType, param, socket
from app.sdk.regions import Windows
from app.sdk.traits import family_from


class TiledDiffusion(Node):
    """Let a model make large pictures through windows that overlap.

    In every step it looks through one window after the other, and where they overlap the mean
    counts. Keeps a picture of any size in memory, and each window of the size that the model knows.
    """

    category = "Models"
    aliases = ("MultiDiffusion", "Mixture of Diffusers", "panorama", "large pictures", "windows")

    model: Model = socket("The model.")
    window: Size = param(
        default=(768, 768),
        low=64,
        high=8192,
        step=8,
        unit="px",
        tip="Width and height of a window; the sizes that the model was trained with suit best.",
    )
    overlap: int = param(
        default=128,
        low=0,
        high=4096,
        step=8,
        unit="px",
        tip="How far neighbouring windows overlap: more hides seams better and takes longer.",
    )
    fade: Literal["even", "gaussian"] = param(
        default="gaussian",
        tip="Even counts all of a window alike (MultiDiffusion), gaussian its middle most (Mixture "
        "of Diffusers).",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Windows must get on."""
        from app.diffusion.sampling.window_sizes import check_windows

        check_windows(parameters["window"], parameters["overlap"])

    def run(self, ctx: Context) -> Annotated[Model, "The model with windows.", Passes("model")]:
        """Note the windows, also for models that take over later."""
        from app.diffusion.sampling.window_sizes import check_windows

        check_windows(self.window, self.overlap)
        windows = Windows(*self.window, self.overlap, self.fade)
        later = tuple(
            replace(part, value=replace(part.value, windows=windows)) for part in self.model.later
        )
        return replace(self.model, windows=windows, later=later)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The model stays of its family."""
        return family_from(cls, inputs, ("model",))
