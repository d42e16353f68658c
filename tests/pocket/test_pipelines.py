"""The models in the box through the nodes, against diffusers' own pipelines, bit by bit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import diffusers
import pytest
import torch
from torch import Tensor

from tests.pocket.bench import CFG, MODELS, PICTURES, SEED, SIDE, STEPS, Bench, sampling, wired

PROMPT = "a blue house and a tree in the snow"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A program that has not made anything yet."""
    return Bench(tmp_path)


def opened(kind: str, model: str = "pocket", **more: Any) -> Any:
    """A pipeline over a folder in the box, with the solver that its scheduler config names."""
    made = getattr(diffusers, kind).from_pretrained(
        MODELS / model, dtype=torch.float32, use_safetensors=True, **more
    )
    made.set_progress_bar_config(disable=True)
    return made


def piped(pipeline: Any, prompt: str = PROMPT, **settings: Any) -> Tensor:
    """The pixels of a pipeline with the settings of the bench."""
    usual = {"num_inference_steps": STEPS, "guidance_scale": CFG, "output_type": "pt"}
    source = torch.Generator().manual_seed(SEED)
    pixels: Tensor = pipeline(prompt, **{**usual, **settings}, generator=source).images
    return pixels


@pytest.mark.reference(
    family="SD 1",
    feature="the model in the box",
    against="StableDiffusionPipeline",
    agreement="equal",
)
def test_the_base_model(bench: Bench) -> None:
    assert torch.equal(
        bench.picture(sampling("pocket", PROMPT)), piped(opened("StableDiffusionPipeline"))
    )


@pytest.mark.reference(
    family="SD 1",
    feature="the ControlNets in the box",
    against="StableDiffusionControlNetPipeline",
    agreement="equal",
)
@pytest.mark.parametrize("kind", ["edges", "depth"])
def test_a_control_net(bench: Bench, kind: str) -> None:
    shown = PICTURES / ("cottage.png" if kind == "edges" else "cottage-depth.png")
    hint = "outlines" if kind == "edges" else "picture"
    drawing = {
        **sampling("pocket", PROMPT),
        "picture": ("LoadImage", {"path": str(shown)}, {}),
        "outlines": ("Canny", {}, {"image": "picture.image"}),
        "network": ("LoadControlNet", {"network": f"pocket-{kind}"}, {}),
        "control": (
            "ControlNet",
            {"strength": 0.9, "end": 0.8},
            {"network": "network.controlnetwork", "image": f"{hint}.image"},
        ),
    }
    ours = bench.picture(wired(drawing, "sampler", control="control.control"))
    network = diffusers.ControlNetModel.from_pretrained(
        MODELS / f"pocket-{kind}", dtype=torch.float32, use_safetensors=True
    )
    pipeline = opened("StableDiffusionControlNetPipeline", controlnet=network)
    theirs = piped(
        pipeline,
        image=bench.value(hint).pixels,
        controlnet_conditioning_scale=0.9,
        control_guidance_end=0.8,
    )
    assert torch.equal(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="the instruction model in the box",
    against="StableDiffusionInstructPix2PixPipeline",
    agreement="equal",
)
def test_instructions(bench: Bench) -> None:
    drawing = {
        **sampling("pocket-instruct", "make it night"),
        "picture": ("LoadImage", {"path": str(PICTURES / "cottage.png")}, {}),
        "encode": ("VAEEncode", {}, {"image": "picture.image", "vae": "load.vae"}),
    }
    ours = bench.picture(wired(drawing, "sampler", latent="encode.latent"))
    pipeline = opened("StableDiffusionInstructPix2PixPipeline", "pocket-instruct")
    pixels = bench.value("picture").pixels
    theirs = piped(pipeline, "make it night", image=pixels, image_guidance_scale=1.5)
    assert torch.equal(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="the inpainting model in the box",
    against="StableDiffusionInpaintPipeline",
    agreement="equal",
)
def test_a_hole(bench: Bench) -> None:
    drawing = {
        **sampling("pocket-inpaint", PROMPT),
        "picture": ("LoadImage", {"path": str(PICTURES / "cottage-erased.png")}, {}),
        "hole": (
            "InpaintLatent",
            {},
            {"image": "picture.image", "mask": "picture.mask", "vae": "load.vae"},
        ),
    }
    ours = bench.picture(wired(drawing, "sampler", latent="hole.latent"))
    pipeline = opened("StableDiffusionInpaintPipeline", "pocket-inpaint")
    theirs = piped(
        pipeline,
        image=bench.value("picture").pixels,
        mask_image=bench.value("picture", "mask").alpha,
        height=SIDE,
        width=SIDE,
        strength=1.0,
    )
    assert torch.equal(ours, theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="the LoRAs in the box, with convolutions",
    against="StableDiffusionPipeline.fuse_lora",
    agreement="equal",
)
@pytest.mark.parametrize("style", ["line", "glass"])
def test_a_style(bench: Bench, style: str) -> None:
    name = f"pocket-{style}.safetensors"
    drawing = {
        **sampling("pocket", PROMPT),
        "style": ("LoRA", {"lora": name, "strength": 0.8}, {"model": "load.model"}),
    }
    ours = bench.picture(wired(drawing, "sampler", model="style.model"))
    pipeline = opened("StableDiffusionPipeline")
    pipeline.load_lora_weights(MODELS, weight_name=name)
    pipeline.fuse_lora(lora_scale=0.8)
    assert torch.equal(ours, piped(pipeline))
    assert "of 0" not in bench.value("style", "report")
    plain = bench.picture(sampling("pocket", PROMPT))
    assert not torch.equal(ours, plain)
