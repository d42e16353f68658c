"""SD 2 and SDXL from saved folders to a picture, through the engine, against from_pretrained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import AutoPipelineForText2Image, ControlNetModel, DPMSolverMultistepScheduler
from PIL import Image
from torch import Tensor

from tests import tiny_folders
from tests.diffusion import workbench
from tests.diffusion.workshop import PROMPT, UNWANTED, Workshop

BUILDERS = {
    "SD 2": (tiny_folders.second_version, tiny_folders.LINEAR),
    "SDXL": (tiny_folders.xl, tiny_folders.BASE),
}


def compared(feature: str, start: str, *more: tuple[str, str]) -> Any:
    """Run a test for these families, and note what it is compared with."""
    cases = [("SDXL", f"StableDiffusionXL{start}Pipeline"), *more]
    return pytest.mark.parametrize(
        "workshop",
        [
            pytest.param(
                family,
                id=family,
                marks=pytest.mark.reference(
                    family=family, feature=feature, against=against, agreement="equal"
                ),
            )
            for family, against in cases
        ],
        indirect=True,
    )


SECOND = ("SD 2", "StableDiffusionPipeline")
SECOND_LED = ("SD 2", "StableDiffusionControlNetPipeline")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For each family a folder with a checkpoint and a ControlNet."""
    folder = tmp_path_factory.mktemp("families")
    for family, (build, config) in BUILDERS.items():
        build(folder / family / "tiny")
        tiny_folders.control_network(folder / family / "tiny-control", **config)
    return folder


@pytest.fixture
def workshop(request: pytest.FixtureRequest, built: Path, tmp_path: Path) -> Workshop:
    """A program that has not made anything yet."""
    pixels = (workbench.picture(7).pixels[0].permute(1, 2, 0) * 255).round().byte().numpy()
    Image.fromarray(pixels).save(tmp_path / "control.png")
    return Workshop(built / getattr(request, "param", "SDXL"), tmp_path)


def piped(workshop: Workshop, led: bool = False, **settings: Any) -> Tensor:
    """The pixels of diffusers' own pipeline, from the same files, with the graph's scheduler."""
    more = {}
    if led:
        folder = workshop.models / "tiny-control"
        more["controlnet"] = ControlNetModel.from_pretrained(folder, use_safetensors=True)
        settings["image"] = (workbench.picture(7).pixels * 255).round() / 255
    made = AutoPipelineForText2Image.from_pretrained(
        workshop.models / "tiny", use_safetensors=True, **more
    )
    made.scheduler = DPMSolverMultistepScheduler.from_config(made.scheduler.config)
    made.set_progress_bar_config(disable=True)
    usual = {"prompt": PROMPT, "negative_prompt": UNWANTED, "num_inference_steps": 10}
    usual |= {"guidance_scale": 5.0, "height": 64, "width": 64, "output_type": "pt"}
    source = torch.Generator().manual_seed(3)
    pixels: Tensor = made(**{**usual, **settings}, generator=source).images
    return pixels


@compared("graph of nodes over a saved folder", "", SECOND)
def test_text_to_image(workshop: Workshop) -> None:
    assert torch.equal(workshop.make(), piped(workshop))


@compared("second prompt", "")
def test_a_prompt_for_the_second_encoder(workshop: Workshop) -> None:
    theirs = piped(workshop, prompt_2="a cat")
    assert torch.equal(workshop.make(second="a cat"), theirs)
    assert not torch.equal(workshop.make(), theirs)


@compared("clip skip", "")
@pytest.mark.parametrize("skip", [1, 2])
def test_clip_skip(workshop: Workshop, skip: int) -> None:
    # The pipeline leaves layers out for the prompt alone, so the negative one is encoded by it.
    ours = workshop.make(clip_skip=skip, negative_skip=0)
    plain = workshop.encoded("negative")
    theirs = piped(
        workshop,
        clip_skip=skip,
        negative_prompt=None,
        negative_prompt_embeds=plain.embeddings,
        negative_pooled_prompt_embeds=plain.pooled,
    )
    assert torch.equal(ours, theirs)


@compared("graph with a ControlNet", "ControlNet", SECOND_LED)
def test_a_control_network(workshop: Workshop) -> None:
    theirs = piped(workshop, led=True, control_guidance_end=0.6)
    assert torch.equal(workshop.make(end=0.6), theirs)


def test_an_unchanged_graph_runs_nothing(workshop: Workshop) -> None:
    workshop.make()
    workshop.make()
    assert workshop.ran() == set()


def test_moving_the_end_of_a_control_runs_only_the_later_steps(workshop: Workshop) -> None:
    workshop.make(end=0.8)
    assert workshop.steps() == 10
    again = workshop.make(end=0.6)
    assert workshop.ran() == {"control", "sampler", "decode"}
    assert workshop.steps() == 4
    fresh = Workshop(workshop.models, workshop.folder)
    assert torch.equal(again, fresh.make(end=0.6))
