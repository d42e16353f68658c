"""The one loop: sampling as a chain of steps that can be kept, stopped and resumed at any of them.

``torch.equal`` to diffusers' own pipelines at every step (see tests/diffusion/test_reference_*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.control import control_picture
from app.diffusion.control_latents import after_drawings, drawings
from app.diffusion.control_network import Link, SteeringControl, joined
from app.diffusion.course import Course
from app.diffusion.families.family import Family
from app.diffusion.frames import check_video, frames_of
from app.diffusion.image_prompts import SteeringImagePrompt
from app.diffusion.latents import blank_for, pictures, repeated
from app.diffusion.loaded import Networks
from app.diffusion.memory.work import expecting
from app.diffusion.network import Predictor
from app.diffusion.noise_levels import UNSHIFTED
from app.diffusion.noise_sources import realised
from app.diffusion.picture_adapters import SteeringAdapter
from app.diffusion.preview import Previewer
from app.diffusion.request_checks import check_cfg, check_patches
from app.diffusion.schedule import Part, Schedule
from app.diffusion.schedulers import flow_of, flow_settings, scheduler_settings
from app.diffusion.states import Draws, unfinished
from app.diffusion.steering import Steering
from app.diffusion.trajectory import Trajectory
from app.sdk.context import Context
from app.sdk.courses import Guidance, Seeds
from app.sdk.errors import NodeError
from app.sdk.families import latents_of
from app.sdk.models import Model
from app.sdk.noises import Noise, Sigmas
from app.sdk.values import Conditioning, Control, Image, Latent


class FamiliesDiffer(NodeError):
    """Two inputs belong to different kinds of model."""

    english = "The {thing} is for {family}, but the model is {model}: use one made for {model}."


class WrongChannels(NodeError):
    """A latent has another number of channels than the network."""

    english = "The latent has {channels} channels, but the model takes {expected}: encode it anew."


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
        return replace(self, latent=blank_for(self.latent, family, self.model.channels))

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


def sample(ctx: Context, request: Request) -> Latent:
    """The latent after the last step; raises NodeError, or Stopped.

    A batch is a list of pictures, each with its own generator (seed + k) and its own trajectory; or
    one trajectory of all, where ``shared`` asks the network once for all of them.
    """
    request = request.with_a_fitting_latent()
    check(request)
    if request.denoise == 0:
        return request.latent
    request = request.with_a_latent_for_each_seed()
    items = 1 if request.shared else len(request.latent)
    done, pasts = [], []
    with expecting(request.latent, len(request.latent) // items, request.prompts):
        for item, trajectory in enumerate(trajectories(ctx, request)):
            done.append(ctx.fold(trajectory, item, items))
            pasts.append(trajectory.whole)
    samples = done[0].samples if len(done) == 1 else torch.cat([state.samples for state in done])
    numbers = request.numbers
    left = unfinished(request.latent, request.schedule(numbers[:1]), numbers, done, pasts)
    return replace(request.latent, samples=samples, empty=False, posterior=None, unfinished=left)


def trajectories(ctx: Context, request: Request) -> Iterator[Trajectory]:
    """The folds of a request, one after the other; they share the loaded networks."""
    networks = Networks(ctx.weights)
    previewer = Previewer(request.model)
    size, frames = len(request.latent), frames_of(request.latent.samples)
    count = size if request.shared else 1
    source, shape = request.noise_source, request.latent.samples.shape
    noise = None if source is None else realised(source, shape)
    for first in range(0, size, count):
        predictor = Predictor(
            networks,
            request.course,
            _steering(request, networks, first, count),
            count * frames,
            request.latent.factor,
            frames if request.model.moves else 0,
        )
        latent = pictures(request.latent, first, count)
        if families.of(request.model.weights.family).draws_control_first:
            latent = after_drawings(latent, request.control)
        seeds = request.numbers[first : first + count]
        schedule = request.schedule(seeds)
        own = None if noise is None else noise[first : first + count].contiguous()
        draws = Draws(seeds, request.noise == "fresh", schedule.draws, request.eta, own)
        yield Trajectory(latent, schedule, draws, predictor, previewer)


def check(request: Request) -> None:
    """Raise NodeError where the inputs do not belong together."""
    family = request.model.weights.family
    if request.latent.family != latents_of(family):
        raise FamiliesDiffer(thing="latent", family=request.latent.family, model=family)
    found = {}
    for thing, prompt in (("prompt", request.positive), ("negative prompt", request.negative)):
        for part in prompt.course if prompt is not None else ():
            if part.value.family != family:
                found[thing] = part.value.family
    found |= _families_that_steer(request.control or Control(), family)
    for thing, other in found.items():
        if other != family:
            raise FamiliesDiffer(thing=thing, family=other, model=family)
    check_video(request.model, request.latent, request.control)
    check_patches(request.model, request.latent, families.of(family))
    has_negative = request.negative is not None
    check_cfg(request.model, families.of(family), request.cfg, has_negative=has_negative)
    channels = request.latent.samples.shape[1]
    if channels != request.model.channels:
        raise WrongChannels(channels=channels, expected=request.model.channels)


def _families_that_steer(control: Control, family: str) -> dict[str, str]:
    """Each kind of thing that steers, and its family; one that is not ``family`` where there is."""
    found = {}
    for name, networks in (
        ("ControlNet", [applied.network for applied in control.chain]),
        ("T2I-Adapter", [applied.network for applied in control.adapters]),
        ("IP-Adapter", [applied.adapter for applied in control.image_prompts]),
    ):
        families = [network.weights.family or family for network in networks]
        if families:
            found[name] = next((other for other in families if other != family), family)
    return found


def _steering(request: Request, networks: Networks, first: int, count: int) -> Steering:
    """What steers ``count`` pictures from ``first`` on."""
    control, frames = request.control or Control(), frames_of(request.latent.samples)
    size = len(request.latent) * frames

    def pixels(image: Image) -> Tensor:
        return control_picture(image, first * frames, count * frames, size)

    shape = (count, *request.latent.samples.shape[1:])
    drawn = drawings(control.chain, request.numbers[first : first + count], shape)
    chain = zip(control.chain, drawn, strict=True)
    links = [Link(one, pixels(one.image), drawing) for one, drawing in chain]
    return Steering(
        [
            *(SteeringControl(group, networks) for group in joined(links)),
            *(SteeringAdapter(one, pixels(one.image), networks) for one in control.adapters),
        ],
        [SteeringImagePrompt(one, networks) for one in control.image_prompts],
    )
