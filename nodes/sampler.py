"""The Sampler: from noise to a picture's latent, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import (
    Conditioning,
    Context,
    Control,
    Guidance,
    KnownModel,
    Latent,
    Model,
    Node,
    Noise,
    Passes,
    Plain,
    Seed,
    Seeds,
    Sigmas,
    ValueType,
    param,
    socket,
)
from app.sdk.families import latents_of
from app.sdk.usual_sampling import usual_sampling

SchedulerName = Literal[
    "DPM++ 2M",
    "DPM++ 2M SDE",
    "DPM++ 3M",
    "DPM++ 3M SDE",
    "DPM++ 2S",
    "DPM++ 3S",
    "DPM++ 2S SDE",
    "DPM++ SDE",
    "Euler",
    "Euler ancestral",
    "Heun",
    "DPM2",
    "DPM2 ancestral",
    "LMS",
    "DDIM",
    "DDPM",
    "PNDM",
    "UniPC",
    "DEIS",
    "SA-Solver",
    "LCM",
    "TCD",
]
SpacingName = Literal[
    "normal", "karras", "exponential", "beta", "lu", "linspace", "leading", "trailing"
]


class Sampler(Node):
    """Remove noise from a latent, step by step, guided by two prompts.

    An empty latent starts from pure noise; a picture's latent keeps more of itself the lower
    *denoise* is. Every step is remembered: change what acts only late, and only the late steps
    run again.
    """

    category = "Sampling"
    in_steps = True
    aliases = ("KSampler", "denoise", "generate", "scheduler")

    model: Model = socket("Network that predicts the noise.")
    positive: Conditioning = socket("What the picture should show.")
    negative: Conditioning | None = socket(
        "What it should not show; without it cfg has no effect, but for SDXL, which was trained "
        "to be led away from nothing."
    )
    latent: Latent = socket("Where to start: an empty latent, or that of a picture.")
    control: Control | None = socket("ControlNets that hold the picture to an outline or a pose.")
    guidance: Guidance | None = socket(
        "Other values of cfg from some step on; made by a Guidance Schedule."
    )
    seeds: Seeds | None = socket("A seed for each picture, instead of counting up from the one.")
    sigmas: Sigmas | None = socket(
        "Noise levels to go through; then spacing and steps do not count."
    )
    noise_source: Noise | None = socket(
        "Noise to begin with, instead of that of the seed; the seed still counts for the steps."
    )
    scheduler: SchedulerName = param(
        default="DPM++ 2M",
        tip="How each step is taken. Heun, DPM2 and DPM++ SDE call the network twice a step; "
        "ancestral and SDE ones add fresh noise and never settle; LCM and TCD need such a model. "
        "SD 3 and Flux were made for Euler.",
    )
    spacing: SpacingName = param(
        default="normal",
        tip="Where the noise levels lie: as the model was trained, or karras (more small ones), "
        "exponential, beta, lu, or evenly by linspace, leading or trailing timesteps.",
    )
    steps: int = param(default=20, low=1, high=200, tip="More steps take longer and add detail.")
    cfg: float = param(
        default=7.0,
        low=1.0,
        high=30.0,
        step=0.5,
        tip="How strictly to follow the prompt; 1 ignores the negative one and halves the time. "
        "Flux dev takes it as a number, usually 3.5; see True CFG.",
    )
    seed: Seed = param(
        default=0, tip="Same seed, same picture; picture k of a batch counts k onwards from it."
    )
    denoise: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="How much of a given picture to replace; only this part of the steps is done.",
    )
    start_step: int = param(
        default=0,
        low=0,
        high=200,
        tip="First step to do, counted from 0; for work in two parts.",
        advanced=True,
    )
    end_step: int = param(
        default=0,
        low=0,
        high=200,
        tip="Stop before this step and leave the rest of the noise in; 0 goes to the end.",
        advanced=True,
    )
    noise: Literal["fresh", "none"] = param(
        default="fresh",
        tip="Add noise for the first step; or none, to go on with a latent that another Sampler "
        "left noisy. It then begins where that one ended, unless a first step is given.",
        advanced=True,
    )
    eta: float = param(
        default=0.0,
        low=0.0,
        high=1.0,
        step=0.1,
        tip="Fresh noise in every step of DDIM and TCD; the others do not use it.",
        advanced=True,
    )
    batch: Literal["exact", "shared"] = param(
        default="exact",
        tip="Exact makes every picture as if it were alone. Shared makes all at once: faster on a "
        "GPU, more memory, and pictures differ in the last bits.",
        advanced=True,
    )

    @classmethod
    def fresh(cls, models: Mapping[str, KnownModel]) -> Mapping[str, Plain]:
        """As the graph's model makes its best pictures."""
        return usual_sampling(models.get("checkpoint"))

    def run(
        self, ctx: Context
    ) -> Annotated[Latent, "The latent after the last step.", Passes("latent")]:
        """Do the steps that are not kept from before."""
        from app.diffusion.sampling.loop import sample
        from app.diffusion.sampling.request import Request

        return sample(ctx, Request(**vars(self)))

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The latent stays of the family that it came in, which is the model's."""
        sources = [inputs[name] for name in ("latent", "model") if name in inputs]
        named = [source.trait("family") for source in sources]
        family = next((latents_of(name) for name in named if name), None)
        return {"latent": cls.spec.outputs_by_name["latent"].type.with_traits(family=family)}
