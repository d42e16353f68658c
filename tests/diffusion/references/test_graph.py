"""The whole way from files to a picture, through the engine, against diffusers' own pipelines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import (
    ControlNetModel,
    DPMSolverMultistepScheduler,
    StableDiffusionControlNetPipeline,
    StableDiffusionPipeline,
)
from PIL import Image
from torch import Tensor

from tests import components
from tests.diffusion import workbench
from tests.diffusion.workshop import PROMPT, UNWANTED, Workshop


def control_image() -> Tensor:
    """What the ControlNet follows."""
    return workbench.picture(7).pixels


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny checkpoint and a tiny ControlNet."""
    folder = tmp_path_factory.mktemp("models")
    components.build_checkpoint(folder / "tiny")
    components.build_control_network(folder / "tiny-control")
    return folder


@pytest.fixture
def workshop(models: Path, tmp_path: Path) -> Workshop:
    """A program that has not made anything yet."""
    pixels = (control_image()[0].permute(1, 2, 0) * 255).round().byte().numpy()
    Image.fromarray(pixels).save(tmp_path / "control.png")
    return Workshop(models, tmp_path)


def pipeline(models: Path, kind: Any = StableDiffusionPipeline, **more: Any) -> Any:
    """diffusers' own, from the same files, with the scheduler of the graph."""
    loaded = kind.from_pretrained(models / "tiny", use_safetensors=True, **more)
    loaded.scheduler = DPMSolverMultistepScheduler.from_config(loaded.scheduler.config)
    loaded.set_progress_bar_config(disable=True)
    return loaded


def piped(loaded: Any, **settings: Any) -> Tensor:
    """The pixels of a pipeline."""
    usual = {"prompt": PROMPT, "negative_prompt": UNWANTED, "num_inference_steps": 10}
    usual |= {"guidance_scale": 5.0, "height": 64, "width": 64, "output_type": "pt"}
    source = torch.Generator().manual_seed(3)
    pixels: Tensor = loaded(**{**usual, **settings}, generator=source).images
    return pixels


def skipped(loaded: Any, text: str, skip: int) -> Tensor:
    """A prompt without the last layers: the pipelines' own way fails with today's transformers."""
    ids = loaded.tokenizer(
        text, padding="max_length", max_length=77, truncation=True, return_tensors="pt"
    ).input_ids
    encoder = loaded.text_encoder
    with torch.no_grad():
        layers = encoder(ids, output_hidden_states=True).hidden_states
        made: Tensor = encoder.final_layer_norm(layers[-1 - skip])
    return made


@pytest.mark.reference(
    family="SD 1",
    feature="graph of nodes over a saved folder",
    against="StableDiffusionPipeline",
    agreement="equal",
)
def test_text_to_image_equals_the_pipeline(workshop: Workshop, models: Path) -> None:
    assert torch.equal(workshop.make(), piped(pipeline(models)))


@pytest.mark.reference(
    family="SD 1", feature="clip skip", against="StableDiffusionPipeline", agreement="equal"
)
@pytest.mark.parametrize("skip", [1, 2])
def test_clip_skip_equals_the_pipeline(workshop: Workshop, models: Path, skip: int) -> None:
    loaded = pipeline(models)
    theirs = piped(
        loaded,
        prompt=None,
        negative_prompt=None,
        prompt_embeds=skipped(loaded, PROMPT, skip),
        negative_prompt_embeds=skipped(loaded, UNWANTED, skip),
    )
    assert torch.equal(workshop.make(clip_skip=skip), theirs)


@pytest.mark.reference(
    family="SD 1",
    feature="graph with a ControlNet",
    against="StableDiffusionControlNetPipeline",
    agreement="equal",
)
def test_a_control_network_equals_the_pipeline(workshop: Workshop, models: Path) -> None:
    network = ControlNetModel.from_pretrained(models / "tiny-control", use_safetensors=True)
    loaded = pipeline(models, StableDiffusionControlNetPipeline, controlnet=network)
    image = (control_image() * 255).round() / 255
    theirs = piped(loaded, image=image, control_guidance_end=0.6)
    assert torch.equal(workshop.make(end=0.6), theirs)


def test_moving_the_end_of_a_control_runs_only_the_later_steps(workshop: Workshop) -> None:
    workshop.make(end=0.8)
    assert workshop.steps() == 10
    again = workshop.make(end=0.6)
    assert workshop.ran() == {"control", "sampler", "decode"}
    assert workshop.steps() == 4
    fresh = Workshop(workshop.models, workshop.folder)
    assert torch.equal(again, fresh.make(end=0.6))


def test_an_unchanged_graph_runs_nothing(workshop: Workshop) -> None:
    workshop.make()
    workshop.make()
    assert workshop.ran() == set()


def test_a_trailing_space_runs_the_encoder_and_not_the_sampler(workshop: Workshop) -> None:
    workshop.make()
    workshop.make(text=PROMPT + " ")
    assert workshop.ran() == {"positive"}


def test_another_word_keeps_the_loader_and_the_other_prompt(workshop: Workshop) -> None:
    workshop.make()
    workshop.make(text="the red cat")
    assert workshop.ran() == {"positive", "sampler", "decode"}
    workshop.make()
    assert workshop.ran() == set()


def test_one_more_picture_in_a_batch_does_only_its_own_steps(workshop: Workshop) -> None:
    workshop.make(batch=2)
    three = workshop.make(batch=3)
    assert workshop.progress()[-1] == (30, 30)
    assert [step for step, _ in workshop.progress() if step > 20] == list(range(21, 31))
    assert len(workshop.progress()) == 12, "two pictures found whole, ten steps done"
    assert len(three) == 3
