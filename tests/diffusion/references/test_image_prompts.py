"""IP-Adapters through the nodes, against the pipelines that load them."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import CLIPImageProcessorPil

from app.sdk import Control, Image, Mask, NodeError
from nodes.image_prompt import EncodeImagePrompt
from nodes.ip_adapter import IPAdapter
from tests.diffusion import reference, steered, workbench
from tests.diffusion.agreement import assert_equal_steps


def prompted(
    content: str = "ip",
    pictures: int = 1,
    control: Control | None = None,
    mask: Mask | None = None,
    **settings: Any,
) -> Control:
    """What steers with one more IP-Adapter."""
    bench = steered.Bench()
    adapter = steered.prompt_handle(content)
    prompt = EncodeImagePrompt(
        encoder=steered.encoder_handle(),
        adapter=adapter,
        images=(workbench.picture(31, count=pictures, width=40),),
    ).run(bench)
    node = IPAdapter(adapter=adapter, prompt=prompt, mask=mask, control=control, **settings)
    return node.run(bench)


def made(control: Control | None, **settings: Any) -> list[Tensor]:
    """The samples after every step."""
    bench = steered.Bench()
    workbench.sampler(control=control, **settings).run(bench)
    return bench.samples()


def piped(
    contents: list[str], scale: Any, pictures: int = 1, masks: Any = None, **settings: Any
) -> list[Tensor]:
    """The pipeline on a copy of the network, with one adapter or several."""
    pipeline = reference.pipeline(
        "StableDiffusionPipeline",
        reference.seeded("DPM++ 2M", "normal", 3),
        image_encoder=steered.image_encoder(),
    )
    side = steered.SIDE
    pipeline.feature_extractor = CLIPImageProcessorPil(size=side, crop_size=side)
    pipeline.unet = copy.deepcopy(workbench.unet())
    adapters = [steered.prompt_adapter_of(content) for content in contents]
    pipeline.load_ip_adapter(adapters, subfolder="", weight_name=[""] * len(adapters))
    pipeline.set_ip_adapter_scale(scale)
    seen = _pillow(workbench.picture(31, count=pictures, width=40))
    shown: Any = seen if pictures > 1 else seen[0]
    more = {"cross_attention_kwargs": {"ip_adapter_masks": masks}} if masks else {}
    return reference.run(
        pipeline,
        reference.usual_prompts(),
        ip_adapter_image=[shown] * len(adapters),
        height=64,
        width=64,
        **more,
        **settings,
    )[:-1]


def _pillow(image: Image) -> list[Any]:
    from diffusers.image_processor import VaeImageProcessor

    pixels = image.pixels.permute(0, 2, 3, 1).numpy()
    return list(VaeImageProcessor.numpy_to_pil(pixels))


MARK = pytest.mark.reference(
    family="SD 1", feature="IP-Adapter", against="StableDiffusionPipeline", agreement="equal"
)


@MARK
@pytest.mark.parametrize("content", ["ip", "ip plus"])
@pytest.mark.parametrize("pictures", [1, 2])
def test_one_adapter_equals_the_pipeline(content: str, pictures: int) -> None:
    control = prompted(content, pictures, strength=0.7)
    assert_equal_steps(made(control), piped([content], 0.7, pictures))


@MARK
def test_two_adapters_equal_the_pipeline() -> None:
    control = prompted("ip", strength=0.7, control=prompted("ip plus", strength=0.4))
    assert_equal_steps(made(control), piped(["ip plus", "ip"], [0.4, 0.7]))


@MARK
def test_without_guidance_it_equals_the_pipeline() -> None:
    control = prompted(strength=0.7)
    assert_equal_steps(made(control, cfg=1.0), piped(["ip"], 0.7, guidance_scale=1.0))


@MARK
def test_masks_equal_the_pipeline() -> None:
    half = torch.zeros(2, 1, 64, 64)
    half[0, :, :, :32], half[1, :, :, 32:] = 1, 1
    control = prompted(pictures=2, mask=Mask(half), strength=0.7)
    wanted = piped(["ip"], 0.7, 2, masks=[half.reshape(1, 2, 64, 64)])
    assert_equal_steps(made(control), wanted)


@MARK
def test_single_blocks_equal_the_pipeline() -> None:
    control = prompted(layers="up.1.0=0.5", strength=0.8)
    assert_equal_steps(made(control), piped(["ip"], {"up": {"block_1": [0.4, 0.0]}}))


def test_pictures_act_in_their_window_alone_and_leave_no_trace() -> None:
    before = made(None)
    whole, partly = made(prompted()), made(prompted(end=0.4))
    assert torch.equal(partly[1], whole[1])
    assert not torch.equal(partly[2], whole[2])
    assert torch.equal(made(None)[-1], before[-1])
    names = [type(found).__name__ for found in workbench.unet().attn_processors.values()]
    assert not [name for name in names if name.startswith("IP")]


def test_an_adapter_of_another_width_is_refused() -> None:
    with pytest.raises(NodeError, match="prompts of width 64, but the model takes 32"):
        made(prompted("ip xl"))


def test_pictures_for_another_kind_of_adapter_are_refused() -> None:
    bench = steered.Bench()
    prompt = EncodeImagePrompt(
        encoder=steered.encoder_handle(),
        adapter=steered.prompt_handle("ip plus"),
        images=(workbench.picture(31),),
    ).run(bench)
    node = IPAdapter(adapter=steered.prompt_handle("ip"), prompt=prompt, mask=None, control=None)
    with pytest.raises(NodeError, match="encoded as patches, but this IP-Adapter takes embedding"):
        node.run(bench)


def test_other_than_one_mask_or_one_for_each_picture_is_refused() -> None:
    with pytest.raises(NodeError, match="3 masks for 2 pictures"):
        prompted(pictures=2, mask=Mask(torch.ones(3, 1, 8, 8)))
