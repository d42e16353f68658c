"""What comes with the program: where it is found, how large it is, what it tells of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from app.diffusion.sampling.preview import FILE, read_colours
from app.graph.kinds import KnownModel
from app.models.folder_configs import folder_traits
from app.models.shelf import Shelf
from app.sdk.usual_sizes import usual_side
from tests.pocket.bench import MODELS

MEGABYTE = 10**6
FOLDERS = ("pocket", "pocket-inpaint", "pocket-instruct")


def size(*paths: Path) -> float:
    """Megabytes of files and folders."""
    files = [file for path in paths for file in (path, *path.rglob("*")) if file.is_file()]
    return sum(file.stat().st_size for file in files) / MEGABYTE


def test_all_of_them_are_on_the_shelf() -> None:
    shelf = Shelf([MODELS])
    assert shelf.names("checkpoint") == FOLDERS
    assert shelf.names("controlnet") == ("pocket-depth", "pocket-edges")
    assert shelf.names("lora") == ("pocket-glass.safetensors", "pocket-line.safetensors")


def test_the_shelf_says_what_each_is_for() -> None:
    shelf = Shelf([MODELS])
    records = {record.name: record.traits for record in shelf.looked_through().records}
    assert {traits.family for traits in records.values()} == {"SD 1"}
    variants = [records[name].variant for name in FOLDERS]
    assert variants == ["", "inpaint", "instruct"]
    assert records["pocket-line.safetensors"].words == ("ink line drawing",)
    assert records["pocket-glass.safetensors"].words == ("stained glass",)


def test_they_are_small() -> None:
    assert size(MODELS / "pocket") <= 25
    assert size(*MODELS.glob("pocket*")) <= 60


def test_they_name_no_folder_of_the_machine_that_made_them() -> None:
    for file in MODELS.rglob("pocket*/**/*.json"):
        if file.parent.name != "tokenizer":
            assert "making" not in file.read_text("utf-8"), file


@pytest.mark.parametrize("name", FOLDERS)
def test_previews_have_colours_of_their_own(name: str) -> None:
    colours = read_colours(MODELS / name / FILE)
    assert colours is not None
    matrix, bias = colours
    assert matrix.shape == (4, 3)
    assert bool(torch.isfinite(matrix).all() and torch.isfinite(bias).all())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_new_latent_is_as_large_as_its_pictures(name: str) -> None:
    known = KnownModel(name, side=folder_traits(MODELS / name).side)
    assert known.side == usual_side(known) == 128


@pytest.mark.parametrize("name", FOLDERS)
def test_solvers_do_not_clip_its_latents(name: str) -> None:
    file = MODELS / name / "scheduler" / "scheduler_config.json"
    assert json.loads(file.read_text("utf-8"))["clip_sample"] is False
