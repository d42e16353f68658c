"""What a sampling is asked for, and what follows: its seeds, its steps, its noise levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.diffusion import families
from app.diffusion.families.family import Family
from app.diffusion.latents.latents import blank_for, repeated
from app.diffusion.sampling.course import Course
from app.diffusion.sampling.noise_levels import UNSHIFTED
from app.diffusion.sampling.schedule import Part, Schedule
from app.diffusion.sampling.schedulers import flow_of, flow_settings, scheduler_settings
from app.sdk.courses import Guidance, Seeds
from app.sdk.errors import NodeError
from app.sdk.families import latents_of
from app.sdk.models import Model
from app.sdk.noises import Noise, Sigmas
from app.sdk.values import Conditioning, Control, Latent


class WrongSeeds(NodeError):
    """There are neither one picture nor as many pictures as seeds."""

    english = (
        "There are {seeds} seeds for {pictures} pictures: give a seed for each picture, "
        "or one latent for all seeds."
    )


@dataclass(frozen=True)
class Request:
    """All that a sampling depends on; fields as the parameters of the Sampler node."""

    model: Model
    positive: Conditioning
    latent: Latent
    negative: Conditioning | None = None
    control: Control | None = None
    guidance: Guidance | None = None
    seeds: Seeds | None = None
    sigmas: Sigmas | None = None
    noise_source: Noise | None = None
    scheduler: str = "DPM++ 2M"
    spacing: str = "normal"
    steps: int = 20
    cfg: float = 7.0
    seed: int = 0
    denoise: float = 1.0
    start_step: int = 0
    end_step: int = 0
    noise: str = "fresh"
    eta: float = 0.0
    batch: str = "exact"

    @property
    def shared(self) -> bool:
        """Whether one call of the network serves all pictures; each video has its own."""
        return self.batch == "shared" and not self.model.moves

    @cached_property
    def course(self) -> Course:
        """Which network is asked about which prompts in which step."""
        return Course(self.model, self.positive, self.negative, self.cfg, self.guidance)

    @property
    def prompts(self) -> int:
        """How many prompts the network is asked about at once, at least."""
        return 1 if self.negative is None else 2

    @property
    def numbers(self) -> tuple[int, ...]:
        """The seed of each picture."""
        if self.seeds is not None:
            return self.seeds.numbers
        return tuple(range(self.seed, self.seed + len(self.latent)))

    @property
    def part(self) -> Part:
        """Which of the steps to do: those that are left, where a noisy latent is gone on with."""
        start, begun = self.start_step, self.latent.unfinished
        if self.noise == "none" and start == 0 and begun is not None:
            start = round(begun.step * self._steps / begun.steps)
        return Part(self.denoise, start, self.end_step)

    def with_a_fitting_latent(self) -> Request:
        """The request, with a blank latent made what the model works on."""
        family = latents_of(self.model.weights.family)
        model = self.model
        return replace(self, latent=blank_for(self.latent, family, model.channels, model.factor))

    def with_a_latent_for_each_seed(self) -> Request:
        """The request, with a single latent repeated for all seeds; raises WrongSeeds."""
        wanted, size = len(self.numbers), len(self.latent)
        if wanted == size:
            return self
        if size != 1:
            raise WrongSeeds(seeds=wanted, pictures=size)
        return replace(self, latent=repeated(self.latent, wanted))

    def schedule(self, seeds: Sequence[int]) -> Schedule:
        """The noise levels to go through; ``seeds`` are those of the pictures at hand."""
        flow = flow_of(self.model.schedule, self._places, even=self._family.even_levels)
        levels = self.sigmas.levels if self.sigmas else ()
        chosen = self.scheduler, "normal" if levels else self.spacing, self.model.schedule
        settings = scheduler_settings(*chosen) if flow is None else flow_settings(*chosen, flow)
        if levels:
            settings |= {name: value for name, value in UNSHIFTED.items() if name in settings}
        if "noise_sampler_seed" in settings:  # this scheduler draws from a generator of its own
            settings["noise_sampler_seed"] = list(seeds) if len(seeds) > 1 else seeds[0]
        family = self.model.weights.family
        return Schedule(self.scheduler, settings, self._steps, self.part, flow, family, levels)

    @property
    def _steps(self) -> int:
        return self.sigmas.steps if self.sigmas else self.steps

    @property
    def _family(self) -> Family:
        return families.of(self.model.weights.family)

    @property
    def _places(self) -> int:
        """How many patches of the picture the network looks at."""
        height, width = self.latent.samples.shape[-2:]
        return int(height // self._family.patch) * int(width // self._family.patch)
