"""SD 3 and Flux from saved folders to a picture, through the engine, against from_pretrained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import FluxPipeline, StableDiffusion3Pipeline
from torch import Tensor

from app.engine.events import NodeFinished
from tests import tiny_transformers
from tests.diffusion.workshop import PROMPT, UNWANTED, Workshop


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models for each kind of checkpoint."""
    folder = tmp_path_factory.mktemp("transformers")
    tiny_transformers.sd3(folder / "sd3" / "tiny")
    tiny_transformers.sd3(folder / "sd3-without-t5" / "tiny", with_t5=False)
    tiny_transformers.flux(folder / "dev" / "tiny")
    tiny_transformers.flux(folder / "schnell" / "tiny", dev=False)
    return folder


def piped(kind: Any, models: Path, **settings: Any) -> Tensor:
    """The pixels of diffusers' own pipeline, from the same files."""
    folder = models / "tiny"
    without = not (folder / "text_encoder_3").exists() and kind is StableDiffusion3Pipeline
    left_out = {"text_encoder_3": None, "tokenizer_3": None} if without else {}
    made = kind.from_pretrained(folder, use_safetensors=True, **left_out)
    made.set_progress_bar_config(disable=True)
    usual = {"prompt": PROMPT, "num_inference_steps": 4, "height": 64, "width": 64}
    source = torch.Generator().manual_seed(3)
    pixels: Tensor = made(**{**usual, **settings}, output_type="pt", generator=source).images
    return pixels


def sd3(models: Path, **settings: Any) -> Tensor:
    """Stable Diffusion 3 with the graph's prompts."""
    usual = {"negative_prompt": UNWANTED, "guidance_scale": 5.0}
    return piped(StableDiffusion3Pipeline, models, **{**usual, **settings})


def made(workshop: Workshop, **changes: Any) -> Tensor:
    """The pixels of the graph."""
    return workshop.make(**{"scheduler": "Euler", "steps": 4, **changes})


@pytest.mark.reference(
    family="SD 3",
    feature="graph of nodes over a saved folder",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
@pytest.mark.parametrize("name", ["sd3", "sd3-without-t5"])
def test_sd3_with_and_without_t5(built: Path, tmp_path: Path, name: str) -> None:
    assert torch.equal(made(Workshop(built / name, tmp_path)), sd3(built / name))


@pytest.mark.reference(
    family="SD 3",
    feature="three prompts, and fewer tokens of T5",
    against="StableDiffusion3Pipeline",
    agreement="equal",
)
def test_sd3_is_told_three_things_in_few_tokens(built: Path, tmp_path: Path) -> None:
    said = {"second": "a cat", "third": "the sun on the grass"}
    ours = made(Workshop(built / "sd3", tmp_path), **said, length=32)
    other = {"prompt_2": said["second"], "prompt_3": said["third"], "max_sequence_length": 32}
    assert torch.equal(ours, sd3(built / "sd3", **other))


@pytest.mark.reference(
    family="SD 3", feature="clip skip", against="StableDiffusion3Pipeline", agreement="equal"
)
def test_sd3_leaves_layers_of_clip_out(built: Path, tmp_path: Path) -> None:
    ours = made(Workshop(built / "sd3", tmp_path), clip_skip=1, negative_skip=0)
    assert torch.equal(ours, sd3(built / "sd3", clip_skip=1))


@pytest.mark.reference(
    family="Flux",
    feature="graph of nodes over a saved folder",
    against="FluxPipeline",
    agreement="equal",
)
@pytest.mark.parametrize(("name", "cfg"), [("dev", 3.5), ("schnell", 1.0)])
def test_flux_dev_and_schnell(built: Path, tmp_path: Path, name: str, cfg: float) -> None:
    ours = made(Workshop(built / name, tmp_path), cfg=cfg, second="a dog", length=48)
    theirs = piped(
        FluxPipeline,
        built / name,
        guidance_scale=cfg,
        prompt_2="a dog",
        max_sequence_length=48,
    )
    assert torch.equal(ours, theirs)


@pytest.mark.reference(
    family="Flux", feature="prompt longer than T5 takes", against="FluxPipeline", agreement="equal"
)
def test_what_t5_cannot_take_is_cut_off_and_shown(built: Path, tmp_path: Path) -> None:
    workshop = Workshop(built / "dev", tmp_path)
    text = "the red house " * 9
    ours = made(workshop, cfg=3.5, text=text, length=16)
    theirs = piped(
        FluxPipeline, built / "dev", guidance_scale=3.5, prompt=text, max_sequence_length=16
    )
    assert torch.equal(ours, theirs)
    results = {e.node: e.results for e in workshop.events if isinstance(e, NodeFinished)}
    kept = workshop.cache.find(results["positive"]["tokens"])
    assert kept is not None
    assert "T5: 15 of 15 tokens: the | red | house" in kept.value
    assert kept.value.endswith("(cut here)")
