"""Videos by AnimateDiff through the nodes, against its pipelines."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from app.sdk import Control, NodeError
from nodes.control_net import ControlNet
from nodes.vae_decode import VAEDecode
from tests.diffusion import moving, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.test_reference_image_prompts import prompted


def made(**settings: Any) -> list[Tensor]:
    """The samples after every step, and the frames at the end."""
    bench = moving.Bench()
    usual = {"model": moving.model(), "latent": moving.empty()}
    latent = workbench.sampler(**{**usual, **settings}).run(bench)
    return [*bench.samples(), VAEDecode(latent=latent, vae=workbench.vae()).run(bench).pixels]


def agree(ours: list[Tensor], theirs: list[Tensor]) -> None:
    """Equal latents; frames within what decoding them one by one makes of it."""
    assert_equal_steps(ours[:-1], theirs[:-1])
    assert (ours[-1] - theirs[-1]).abs().max() < 1e-5


@pytest.mark.reference(
    family="SD 1", feature="AnimateDiff", against="AnimateDiffPipeline", agreement="equal"
)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "DDIM"])
def test_text_to_video_equals_the_pipeline(name: str) -> None:
    pipeline = moving.pipeline(name)
    agree(made(scheduler=name), moving.run(pipeline, num_frames=6, height=64, width=64))


@pytest.mark.reference(
    family="SD 1",
    feature="AnimateDiff with ControlNet",
    against="AnimateDiffControlNetPipeline",
    agreement="equal",
)
def test_a_control_picture_for_each_frame_equals_the_pipeline() -> None:
    pictures = workbench.picture(7, count=moving.FRAMES)
    control: Control = ControlNet(
        network=workbench.control_handle(),
        image=pictures,
        control=None,
        vae=None,
        strength=0.6,
        end=0.8,
    ).run(workbench.Bench())
    pipeline = moving.pipeline(
        "DPM++ 2M", "AnimateDiffControlNetPipeline", controlnet=workbench.control_network()
    )
    wanted = moving.run(
        pipeline,
        num_frames=moving.FRAMES,
        conditioning_frames=list(pictures.pixels),
        controlnet_conditioning_scale=0.6,
        control_guidance_end=0.8,
        height=64,
        width=64,
    )
    agree(made(control=control), wanted)


def test_pictures_as_prompts_lead_every_frame() -> None:
    plain, led = made(), made(control=prompted(strength=0.7))
    assert all(not torch.equal(one, other) for one, other in zip(plain, led, strict=True))


def test_two_videos_are_made_as_if_each_were_alone() -> None:
    both = made(latent=moving.empty(count=2))
    assert torch.equal(both[-1][: moving.FRAMES], made()[-1])
    assert torch.equal(both[-1][moving.FRAMES :], made(seed=4)[-1])


def test_a_model_of_pictures_makes_no_video() -> None:
    with pytest.raises(NodeError, match="video of 6 frames, but the model makes single pictures"):
        made(model=workbench.model())


def test_a_model_of_videos_makes_no_picture() -> None:
    with pytest.raises(NodeError, match="use an Empty Video Latent"):
        made(latent=workbench.empty())


def test_too_many_frames_are_refused() -> None:
    with pytest.raises(NodeError, match="9 frames, but this motion adapter overlooks 8"):
        made(latent=moving.empty(9))
