"""AnimateDiff: layers that look along the frames, put between those of a U-Net.

Guo et al. 2023, "AnimateDiff: Animate Your Personalized Text-to-Image Diffusion Models without
Specific Tuning"; as in diffusers' ``AnimateDiffPipeline``.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from diffusers import UNetMotionModel

from app.diffusion import families
from app.diffusion.loading.building import without_memory
from app.diffusion.loading.part_files import part_config, tensor_shapes, weights_files
from app.diffusion.memory.shortage import pass_on_shortage
from app.diffusion.sampling.schedulers import read_schedule
from app.sdk.errors import NodeError
from app.sdk.families import SD1, SDXL, VIDEO
from app.sdk.models import Model, Weights
from app.sdk.video import MotionAdapter

_SDXL_BLOCKS = 3


class MisfitMotion(NodeError):
    """Motion layers do not go between the layers of a network."""

    english = (
        "This motion adapter does not fit the model ({problem}): "
        "choose a motion adapter of the model's family."
    )


class CannotMove(NodeError):
    """Motion layers were connected to a model of a family that they cannot be put into."""

    english = (
        "Motion layers are for SD 1 and SDXL, but the model is {family}: choose a model of these."
    )


class OneModelMoves(NodeError):
    """Motion was added to a model that has some."""

    english = "The model moves already: connect it as it was before the first Animate."


def open_motion_adapter(path: Path, content: str) -> MotionAdapter:
    """A handle to the motion adapter in folder ``path``; ``content`` is the hash of its content."""
    config = part_config(path, "motion_adapter")
    for file in weights_files(path, "motion_adapter"):
        tensor_shapes(file)
    blocks = config.get("block_out_channels")
    family = SDXL if isinstance(blocks, list) and len(blocks) == _SDXL_BLOCKS else SD1
    return MotionAdapter(Weights("motion_adapter", content, family, str(path)))


def animated(model: Model, adapter: MotionAdapter, *, linear: bool) -> Model:
    """The model with motion layers; ``linear`` takes the noise levels they were trained with."""
    if model.motion is not None:
        raise OneModelMoves
    family = model.weights.family
    if family == VIDEO or families.of(family).network != "unet":
        raise CannotMove(family=family)
    schedule = read_schedule(model.schedule)
    if linear:
        schedule["beta_schedule"] = "linear"
    text = json.dumps(schedule, sort_keys=True)
    return replace(model, motion=adapter.weights, schedule=text)


def with_motion(unet: Any, adapter: Any) -> Any:
    """A new network of both, which shares their weights; raises MisfitMotion."""
    try:
        with without_memory():
            made = UNetMotionModel.from_unet2d(unet, adapter, load_weights=False)
    except (ValueError, TypeError, RuntimeError) as error:
        pass_on_shortage(error)
        raise MisfitMotion(problem=str(error).splitlines()[0]) from error
    tensors = {**unet.state_dict(), **adapter.state_dict()}
    for name, empty in made.state_dict().items():
        found = tensors.get(name)
        if found is None or found.shape != empty.shape:
            problem = f"{name} is missing" if found is None else f"{name} has another shape"
            raise MisfitMotion(problem=problem)
    made.load_state_dict({name: tensors[name] for name in made.state_dict()}, assign=True)
    return made.eval().requires_grad_(False)
