"""The one loop: sampling as a chain of steps that can be kept, stopped and resumed at any of them.

``torch.equal`` to diffusers' own pipelines at every step (see tests/diffusion/references/test_*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import torch
from torch import Tensor

from app.diffusion import families
from app.diffusion.families.family import Family
from app.diffusion.latents.latents import pictures
from app.diffusion.loaded import Networks
from app.diffusion.memory.work import expecting
from app.diffusion.sampling.network import Predictor
from app.diffusion.sampling.noise_sources import realised
from app.diffusion.sampling.preview import Previewer
from app.diffusion.sampling.request import Request
from app.diffusion.sampling.request_checks import check_cfg, check_factor, check_patches
from app.diffusion.sampling.start import begun_as, source_of
from app.diffusion.sampling.states import Draws, unfinished
from app.diffusion.sampling.trajectory import Trajectory
from app.diffusion.steering.control import control_picture
from app.diffusion.steering.control_latents import after_drawings, drawings
from app.diffusion.steering.control_network import Link, SteeringControl, joined
from app.diffusion.steering.image_prompts import SteeringImagePrompt
from app.diffusion.steering.picture_adapters import SteeringAdapter
from app.diffusion.steering.steering import Steering
from app.diffusion.video.frames import check_video, frames_of
from app.sdk.context import Context
from app.sdk.errors import NodeError
from app.sdk.families import latents_of
from app.sdk.values import Control, Image, Latent


class FamiliesDiffer(NodeError):
    """Two inputs belong to different kinds of model."""

    english = "The {thing} is for {family}, but the model is {model}: use one made for {model}."


class WrongChannels(NodeError):
    """A latent has another number of channels than the network."""

    english = "The latent has {channels} channels, but the model takes {expected}: encode it anew."


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
    left = unfinished(_source(request), request.schedule(numbers[:1]), numbers, done, pasts)
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
        if _family(request).draws_control_first:
            latent = after_drawings(latent, request.control)
        seeds = request.numbers[first : first + count]
        schedule = request.schedule(seeds)
        own = None if noise is None else noise[first : first + count].contiguous()
        draws = Draws(seeds, request.noise == "fresh", schedule.draws, request.eta, own)
        yield Trajectory(latent, schedule, draws, predictor, previewer)


def _source(request: Request) -> Latent:
    """What a sampling began as, for whoever goes on with it."""
    latent, fresh, takes = request.latent, request.noise == "fresh", request.model.takes
    if begun_as(latent, fresh=fresh) is None and _family(request).draws_control_first:
        latent = after_drawings(latent, request.control)
    schedule = request.schedule(request.numbers[:1])
    return source_of(latent, schedule, fresh=fresh, takes=takes)


def _family(request: Request) -> Family:
    return families.of(request.model.weights.family)


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
    check_factor(request.model, request.latent)
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
