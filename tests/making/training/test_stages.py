"""Every stage learns from pictures of the world, and what ships is opened the ordinary way."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import (
    AutoencoderKL,
    ControlNetModel,
    StableDiffusionInpaintPipeline,
    StableDiffusionInstructPix2PixPipeline,
    StableDiffusionPipeline,
)
from safetensors.torch import load_file

from app.diffusion.sampling.preview import read_colours
from resources.models.making.training import (
    card,
    control,
    denoiser,
    inpaint,
    instruct,
    sampling,
    style_lora,
)
from resources.models.making.training.colours import FILE, fitted_colours
from resources.models.making.training.data import PictureSet
from resources.models.making.training.export import export
from resources.models.making.training.quiet import quieten
from resources.models.making.training.stage import Place
from tests.making.training.tiny import BUDGET, FORM, RECIPE, with_denoiser

STAGES = {
    "edges": partial(control.run, kind="edges"),
    "depth": partial(control.run, kind="depth"),
    "line": partial(style_lora.run, kind="line"),
    "instruct": instruct.run,
    "inpaint": inpaint.run,
}


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """All stages, two steps each."""
    quieten()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sampling, "STEPS", 1)
        place = with_denoiser(tmp_path_factory.mktemp("making"))
        for run in STAGES.values():
            run(place, BUDGET, RECIPE)
    return place


@pytest.fixture(scope="module")
def shipped(taught: Place) -> Path:
    """What is exported."""
    target = taught.work / "export"
    export(taught, target)
    return target


@pytest.mark.parametrize("stage", ["denoiser", *STAGES])
def test_a_stage_leaves_a_checkpoint_a_curve_and_a_sheet(taught: Place, stage: str) -> None:
    names = {path.name for path in taught.stage(stage).iterdir()}
    assert {"checkpoint.safetensors", "loss.csv", "facts.json", "sheet-00000004.png"} <= names


def test_a_finished_stage_is_skipped(taught: Place) -> None:
    path = taught.stage("denoiser") / "checkpoint.safetensors"
    before = path.stat().st_mtime_ns, time.monotonic()
    denoiser.run(taught, BUDGET, RECIPE, FORM)
    assert path.stat().st_mtime_ns == before[0]


def test_the_base_model_paints_after_a_prompt(shipped: Path) -> None:
    pipeline = _opened(StableDiffusionPipeline, shipped / "pocket")
    picture = pipeline("a red house", num_inference_steps=1, output_type="np").images[0]
    assert picture.shape == (128, 128, 3)
    assert bool(np.isfinite(picture).all())


def test_weights_are_small_and_may_be_read_by_all(shipped: Path) -> None:
    files = list(shipped.rglob("*.safetensors"))
    assert len(files) == 12
    for path in files:
        assert path.stat().st_mode & 0o444 == 0o444
        assert {tensor.dtype for tensor in load_file(path).values()} == {torch.float16}


@pytest.mark.parametrize("kind", ["edges", "depth"])
def test_a_control_net_fits_the_base(shipped: Path, kind: str) -> None:
    opened = ControlNetModel.from_pretrained(shipped / f"pocket-{kind}", use_safetensors=True)
    latents, shown = torch.zeros(1, 4, 32, 32), torch.zeros(1, 3, 128, 128)
    found, middle = opened(latents, 5, torch.zeros(1, 64, 128), shown, return_dict=False)
    assert len(found) == 4
    assert middle.shape == (1, 32, 16, 16)


def test_a_lora_is_taken_by_the_base(shipped: Path) -> None:
    pipeline = _opened(StableDiffusionPipeline, shipped / "pocket")
    pipeline.load_lora_weights(shipped, weight_name="pocket-line.safetensors")
    assert pipeline.get_active_adapters() == ["default_0"]


@pytest.mark.parametrize(
    ("kind", "pipeline", "channels"),
    [
        ("instruct", StableDiffusionInstructPix2PixPipeline, 8),
        ("inpaint", StableDiffusionInpaintPipeline, 9),
    ],
)
def test_a_variant_is_a_whole_folder(
    shipped: Path, kind: str, pipeline: type, channels: int
) -> None:
    opened = _opened(pipeline, shipped / f"pocket-{kind}")
    assert opened.unet.config.in_channels == channels


def test_exporting_again_replaces_what_is_there(taught: Place, shipped: Path) -> None:
    (shipped / "pocket" / "left over").write_text("old", encoding="utf-8")
    export(taught, shipped)
    assert not (shipped / "pocket" / "left over").exists()
    assert not list(shipped.glob("*.new")) + list(shipped.glob("*.old"))


def test_the_card_tells_of_every_stage(taught: Place) -> None:
    rows = card.table(taught).splitlines()
    assert len(rows) == 2 + 1 + len(STAGES)
    assert any("LoRA, ink lines" in row and "| 4 |" in row for row in rows)


def test_the_card_fills_in_the_page_of_the_models(taught: Place, shipped: Path) -> None:
    marks = "<!-- {0} -->\nunknown\n<!-- end of {0} -->\n"
    page = "".join(marks.format(name) for name in ("sizes", "figures"))
    told = card.filled(page, {"sizes": card.sizes(shipped), "figures": ""})
    assert "| pocket-line.safetensors |" in told
    assert told.count("unknown") == 1
    assert card.filled(told, {"sizes": card.sizes(shipped)}) == told


def test_previews_are_told_the_colours_of_latents(shipped: Path) -> None:
    codec = AutoencoderKL.from_pretrained(shipped / "pocket" / "vae", dtype=torch.float32)
    matrix, bias = fitted_colours(codec, PictureSet("few", 2))
    assert matrix.shape == (4, 3)
    assert bias.shape == (3,)
    known = read_colours(shipped / "pocket" / FILE)
    assert known is not None
    assert known[0].shape == matrix.shape


def test_nothing_tells_of_the_machine_that_made_it(taught: Place, shipped: Path) -> None:
    for file in shipped.rglob("*.json"):
        assert str(taught.work) not in file.read_text(encoding="utf-8")


def _opened(kind: Any, folder: Path) -> Any:
    opened = kind.from_pretrained(folder, dtype=torch.float32, use_safetensors=True)
    opened.set_progress_bar_config(disable=True)
    return opened
