"""Videos by AnimateDiff through the nodes, against its pipelines."""

from __future__ import annotations

import copy
from typing import Any

import diffusers
import pytest
import torch
from diffusers.image_processor import VaeImageProcessor
from torch import Tensor
from transformers import CLIPImageProcessorPil

from app.diffusion.video.motion import with_motion
from app.sdk import Control, Image, Latent, NodeError, Video
from nodes.control_net import ControlNet
from nodes.encode_video import EncodeVideo
from nodes.vae_decode import VAEDecode
from tests.diffusion import moving, reference, steered, workbench, xl
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_image_prompts import prompted


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


def pillows(image: Image) -> list[Any]:
    """Pictures as files hold them."""
    pixels = image.pixels.permute(0, 2, 3, 1).numpy()
    return list(VaeImageProcessor.numpy_to_pil(pixels))


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


def start(frames: int = moving.FRAMES) -> tuple[Image, Latent]:
    """Frames, and the latent that the node makes of them as a video."""
    seen = workbench.picture(7, count=frames)
    node = EncodeVideo(video=Video(seen.pixels, 8.0), vae=workbench.vae())
    return seen, node.run(moving.Bench())


@pytest.mark.reference(
    family="SD 1",
    feature="AnimateDiff, video to video",
    against="AnimateDiffVideoToVideoPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("strength", [0.3, 0.6, 1.0])
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "DDIM"])
def test_video_to_video_equals_the_pipeline(name: str, strength: float) -> None:
    seen, latent = start()
    pipeline = moving.pipeline(name, "AnimateDiffVideoToVideoPipeline")
    wanted = moving.run(
        pipeline,
        video=list(seen.pixels),
        strength=strength,
        decode_chunk_size=1,
        height=64,
        width=64,
    )
    agree(made(scheduler=name, latent=latent, denoise=strength), wanted)


@pytest.mark.reference(
    family="SD 1",
    feature="AnimateDiff with IP-Adapter",
    against="AnimateDiffPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("content", ["ip", "ip plus"])
def test_a_picture_as_prompt_equals_the_pipeline(content: str) -> None:
    pipeline = moving.pipeline(
        "DPM++ 2M",
        image_encoder=steered.image_encoder(),
        feature_extractor=CLIPImageProcessorPil(size=steered.SIDE, crop_size=steered.SIDE),
    )
    pipeline.load_ip_adapter(steered.prompt_adapter_of(content), subfolder="", weight_name="")
    pipeline.set_ip_adapter_scale(0.7)
    (shown,) = pillows(workbench.picture(31, width=40))
    wanted = moving.run(
        pipeline, num_frames=moving.FRAMES, ip_adapter_image=shown, height=64, width=64
    )
    agree(made(control=prompted(content, strength=0.7)), wanted)


@pytest.mark.reference(
    family="SDXL", feature="AnimateDiff", against="AnimateDiffSDXLPipeline", agreement="equal"
)
def test_sdxl_equals_the_pipeline() -> None:
    pipeline = diffusers.AnimateDiffSDXLPipeline(
        vae=xl.autoencoder(),
        text_encoder=None,
        text_encoder_2=None,
        tokenizer=None,
        tokenizer_2=None,
        # Put together by diffusers itself, the layers that are told the sizes would be random.
        unet=copy.deepcopy(moving.wide_unet()),
        motion_adapter=None,
        scheduler=reference.seeded("DPM++ 2M", "normal", 3),
    )
    pipeline.set_progress_bar_config(disable=True)
    one, other = xl.conditioning(1), xl.conditioning(2)
    wanted = moving.run(
        pipeline,
        num_frames=moving.FRAMES,
        prompt_embeds=one.embeddings,
        negative_prompt_embeds=other.embeddings,
        pooled_prompt_embeds=one.pooled,
        negative_pooled_prompt_embeds=other.pooled,
        height=64,
        width=64,
    )
    bench = moving.Bench()
    latent = workbench.sampler(
        model=moving.wide_model(), positive=one, negative=other, latent=moving.empty()
    ).run(bench)
    pixels = VAEDecode(latent=latent, vae=xl.vae()).run(bench).pixels
    agree([*bench.samples(), pixels], wanted)


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


@pytest.mark.parametrize("channels", [(16, 64), (16,), (16, 32, 32)])
def test_motion_layers_of_another_family_are_refused(channels: tuple[int, ...]) -> None:
    adapter = diffusers.MotionAdapter(
        block_out_channels=channels,
        motion_layers_per_block=1,
        motion_num_attention_heads=2,
        motion_norm_num_groups=8,
        use_motion_mid_block=False,
    )
    with pytest.raises(NodeError, match="does not fit the model") as caught:
        with_motion(workbench.unet(), adapter)
    assert "\n" not in str(caught.value)
