"""Noise levels as a wire: where a model has them, what a paper found, or typed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, Latent, Model, Node, NodeError, Plain, Sigmas, param, socket


class NotALevel(NodeError):
    """Something typed is no number."""

    english = "{text} is no noise level: type numbers with commas between them, such as 14.6, 3, 0."


class NoiseLevels(Node):
    """The noise levels that a Sampler would go through, to look at, cut or change.

    They count from the noisiest to the last, which is 0.
    """

    category = "Sampling"
    aliases = ("sigmas", "BasicScheduler", "KarrasScheduler", "schedule")

    model: Model = socket("Whose levels they are.")
    latent: Latent | None = socket("Picture size, for models that go by it, such as Flux.")
    spacing: Literal[
        "normal", "karras", "exponential", "beta", "linspace", "leading", "trailing"
    ] = param(default="normal", tip="Where the levels lie; as in the Sampler.")
    steps: int = param(default=20, low=1, high=200, tip="How many steps to take.")

    def run(self, ctx: Context) -> Annotated[Sigmas, "The noise levels; for the Sampler."]:
        """Ask a scheduler."""
        from app.diffusion.sampling.model_levels import levels_of

        return levels_of(self.model, self.latent, self.spacing, self.steps)


class AlignedNoiseLevels(Node):
    """Noise levels that Align Your Steps found best for few steps, 10 or so.

    Between its ten, and for other numbers of steps, they lie evenly on a logarithmic scale.
    """

    category = "Sampling"
    aliases = ("AYS", "Align Your Steps", "AlignYourStepsScheduler", "sigmas")

    family: Literal["SD 1", "SDXL", "SVD"] = param(
        default="SD 1", tip="For which kind of model they were found."
    )
    steps: int = param(default=10, low=2, high=200, tip="How many steps to take.")

    def run(self, ctx: Context) -> Annotated[Sigmas, "The noise levels; for the Sampler."]:
        """Look them up."""
        from app.diffusion.sampling.noise_levels import aligned

        return aligned(self.family, self.steps)


class TypedNoiseLevels(Node):
    """Noise levels typed by hand."""

    category = "Sampling"
    aliases = ("sigmas", "ManualSigmas", "custom sigmas")

    levels: str = param(
        default="14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0",
        many_lines=True,
        tip="Numbers with commas between them, from the noisiest to the last.",
    )

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """All must be numbers."""
        _read(parameters["levels"])

    def run(self, ctx: Context) -> Annotated[Sigmas, "The noise levels; for the Sampler."]:
        """Read them."""
        from app.diffusion.sampling.noise_levels import check_levels

        return check_levels(_read(self.levels))


class ChangeNoiseLevels(Node):
    """Shift noise levels up or down, or turn their order round."""

    category = "Sampling"
    aliases = ("FlipSigmas", "shift", "scale sigmas")

    sigmas: Sigmas = socket("The noise levels.")
    change: Literal["shift", "scale", "flip"] = param(
        default="shift",
        tip="Shift moves levels of SD 3 and Flux towards noise, as larger pictures need it; scale "
        "multiplies levels of other models; flip goes from picture to noise, with Euler only.",
    )
    amount: float = param(
        default=1.0, low=0.01, high=100.0, step=0.1, tip="How far to shift, or what to scale by."
    )

    def run(self, ctx: Context) -> Annotated[Sigmas, "The changed noise levels."]:
        """Change every level."""
        from app.diffusion.sampling.noise_levels import changed

        return changed(self.sigmas, self.change, self.amount)


def _read(text: str) -> tuple[float, ...]:
    """The numbers in a text; raises NotALevel."""
    found = []
    for part in text.replace("\n", ",").split(","):
        if not part.strip():
            continue
        try:
            found.append(float(part))
        except ValueError as error:
            raise NotALevel(text=part.strip()[:40]) from error
    return tuple(found)
