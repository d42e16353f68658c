"""Looks at all pictures of a batch, one by one, with progress and Stop between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import torch
from torch import Tensor

from app.diffusion.loading import standalone
from app.diffusion.vision.depth import depth_map
from app.diffusion.vision.networks import Observer, check_observer
from app.diffusion.vision.pose import Person, find_joints, find_people
from app.diffusion.vision.segments import segments
from app.diffusion.vision.skeleton import draw_people, openpose_joints
from app.sdk.context import Context
from app.sdk.values import Image


class PoseNetworks(NamedTuple):
    """What finds people's joints, and people, and how sure they must be."""

    joints: Observer
    people: Observer | None
    confidence: float


def load(ctx: Context, part: str, name: str) -> Observer:
    """The network that the user named; raises a refusal."""
    path = ctx.find_model(part, name)
    check_observer(path)
    found: Observer = ctx.weights(standalone.handle(ctx, part, path))
    return found


def depth_maps(ctx: Context, observer: Observer, image: Image) -> Image:
    """A depth map of every picture."""
    return _each(ctx, image, lambda pixels: depth_map(observer, pixels))


def segmentations(ctx: Context, observer: Observer, image: Image) -> Image:
    """Every picture in the colours of what it shows."""
    return _each(ctx, image, lambda pixels: segments(observer, pixels))


def skeletons(ctx: Context, networks: PoseNetworks, image: Image, thickness: float) -> Image:
    """The people of every picture as skeletons."""

    def drawn(pixels: Tensor) -> Tensor:
        people = [Person(0.0, 0.0, image.width, image.height)]
        if networks.people is not None:
            people = find_people(networks.people, pixels, networks.confidence)
        joints = []
        for person in people:
            ctx.check()
            found = find_joints(networks.joints, pixels, person, networks.confidence)
            joints.append(openpose_joints(found))
        return draw_people(joints, image.width, image.height, thickness)

    return _each(ctx, image, drawn)


def _each(ctx: Context, image: Image, work: Callable[[Tensor], Tensor]) -> Image:
    made = []
    for index in range(len(image)):
        ctx.progress(index, len(image))
        made.append(work(image.pixels[index : index + 1]))
    ctx.progress(len(image), len(image))
    return Image(torch.cat(made).contiguous())
