"""What works on latents of pictures works on those of videos, or says that it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch

from app.sdk import Latent, Mask, NodeError, Video
from nodes.encode_video import EncodeVideo
from nodes.latent_batch import JoinLatents
from nodes.latent_mask import LatentMask
from nodes.latent_math import CompositeLatent, LatentMath
from nodes.latent_size import CropLatent, ResizeLatent, TurnLatent
from nodes.t2i_adapter import T2IAdapter
from nodes.vae_encode import VAEEncode
from tests.diffusion import moving, steered, workbench

FRAMES = 4


def video() -> Latent:
    """A video as a latent."""
    seen = Video(workbench.picture(7, count=FRAMES).pixels, 8.0)
    return EncodeVideo(video=seen, vae=workbench.vae()).run(moving.Bench())


def frames() -> Latent:
    """The same frames as pictures."""
    seen = workbench.picture(7, count=FRAMES)
    return VAEEncode(image=seen, vae=workbench.vae()).run(moving.Bench())


CHANGES: dict[str, Callable[[Latent], Any]] = {
    "crop": lambda latent: CropLatent(latent=latent, left=8, top=16, size=(32, 24)),
    "resize": lambda latent: ResizeLatent(latent=latent, size=(96, 48)),
    "turn": lambda latent: TurnLatent(latent=latent, mirror="left to right", turn="90° clockwise"),
    "add": lambda latent: LatentMath(first=latent, second=latent, operation="add", amount=0.5),
    "blend": lambda latent: LatentMath(first=latent, second=latent, operation="blend"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_video_is_changed_as_its_frames_are(change: Callable[[Latent], Any]) -> None:
    whole = change(video()).run(moving.Bench()).samples
    alone = change(frames()).run(moving.Bench()).samples
    assert whole.is_contiguous()
    assert torch.equal(whole[0].transpose(0, 1), alone)


def test_the_samples_of_an_encoded_video_are_those_of_its_frames() -> None:
    assert torch.equal(video().samples[0].transpose(0, 1), frames().samples)


def refusal(do: Callable[[], Any]) -> str:
    """The sentence that something is refused with."""
    with pytest.raises(NodeError) as caught:
        do()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def run(node: Any) -> Any:
    """What a node makes."""
    return node.run(moving.Bench())


def test_a_mask_on_a_video_is_refused() -> None:
    mask = Mask(torch.ones(1, 1, 64, 64))
    words = refusal(lambda: run(LatentMask(latent=video(), mask=mask)))
    assert "cannot be repainted in parts" in words


def test_a_mask_that_came_along_is_refused_by_the_sampler() -> None:
    masked = replace(video(), mask=torch.ones(1, 1, 8, 8))
    words = refusal(lambda: run(workbench.sampler(model=moving.model(), latent=masked)))
    assert "cannot be repainted in parts" in words


def test_videos_are_not_laid_on_each_other() -> None:
    words = refusal(lambda: run(CompositeLatent(base=video(), over=video(), mask=None)))
    assert "Latents of videos cannot be laid on each other" in words


@pytest.mark.parametrize(
    "other", [frames, lambda: replace(video(), samples=torch.ones(1, 4, 2, 8, 8))]
)
def test_videos_do_not_mix_with_pictures_or_other_lengths(other: Callable[[], Latent]) -> None:
    pair = video(), other()
    for node in (
        JoinLatents(latents=pair),
        LatentMath(first=pair[0], second=pair[1], operation="add"),
    ):
        assert "One latent has 4 frames" in refusal(lambda node=node: run(node))


def test_a_t2i_adapter_does_not_steer_a_video() -> None:
    control = run(
        T2IAdapter(network=steered.picture_handle(), image=workbench.picture(7), control=None)
    )
    sampler = workbench.sampler(model=moving.model(), latent=moving.empty(), control=control)
    assert "T2I-Adapters cannot steer videos" in refusal(lambda: run(sampler))
