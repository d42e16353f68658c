"""However weights come to the device: the same picture, bit by bit, in every family."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import Tensor

from app.diffusion.memory.placed import place_of
from app.diffusion.memory.plans import Plan
from tests import components, tiny_folders, tiny_transformers
from tests.diffusion.memory.simulated import simulated
from tests.diffusion.workshop import Workshop

EULER = {"scheduler": "Euler", "steps": 3}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models for each family."""
    folder = tmp_path_factory.mktemp("families")
    components.build_checkpoint(folder / "sd1" / "tiny")
    tiny_folders.xl(folder / "sdxl" / "tiny")
    tiny_transformers.sd3(folder / "sd3" / "tiny")
    tiny_transformers.flux(folder / "flux" / "tiny")
    return folder


def made(models: Path, folder: Path, wish: str, **load: str) -> tuple[Tensor, Plan, bool]:
    """The pixels with a wish, how the network lay at the end, and whether in 8 bits."""
    store = simulated(wish=lambda: wish)
    pixels = Workshop(models, folder, store=store).make(**EULER, load=load)
    places = [place_of(one) for one in store._loaded.values() if hasattr(one, "config")]
    network = next(p for p in places if p and p.name.endswith(("unet", "transformer")))
    return pixels, network.plan, network.in_eight_bits


@pytest.mark.parametrize("family", ["sd1", "sdxl", "sd3", "flux"])
def test_the_plan_changes_no_bit(built: Path, tmp_path: Path, family: str) -> None:
    whole, plan, _ = made(built / family, tmp_path, "whole")
    assert plan is Plan.WHOLE
    for wish, expected in (("thrifty", Plan.BLOCKS), ("least", Plan.LAYERS)):
        pixels, plan, _ = made(built / family, tmp_path, wish)
        assert plan is expected
        assert torch.equal(pixels, whole)


@pytest.mark.parametrize("family", ["sd1", "sdxl", "sd3", "flux"])
def test_8_bits_change_the_picture_a_little(built: Path, tmp_path: Path, family: str) -> None:
    """e4m3 has a mantissa of 3 bits, so each weight is off by up to 1/16; by far less in sum.

    With so few weights little of that averages out: up to 0.3 of the range of a pixel is seen.
    """
    whole, _, _ = made(built / family, tmp_path, "whole")
    pixels, plan, eight = made(built / family, tmp_path, "whole", eight_bits="always")
    assert (plan, eight) == (Plan.WHOLE, True)
    assert not torch.equal(pixels, whole)
    assert (pixels - whole).abs().max() < 0.3
    again, plan, eight = made(built / family, tmp_path, "least", eight_bits="always")
    assert (plan, eight) == (Plan.LAYERS, True)
    assert torch.equal(again, pixels)


def test_the_loader_overrules_the_setting(built: Path, tmp_path: Path) -> None:
    _, plan, _ = made(built / "sd1", tmp_path, "whole", memory="least")
    assert plan is Plan.LAYERS


def test_another_plan_is_no_reason_to_sample_again(built: Path, tmp_path: Path) -> None:
    workshop = Workshop(built / "sd1", tmp_path, store=simulated())
    workshop.make(**EULER, load={"memory": "whole"})
    workshop.make(**EULER, load={"memory": "least"})
    assert workshop.ran() == {"load"}
    workshop.make(**EULER, load={"eight_bits": "always"})
    assert workshop.ran() == {"load", "sampler", "decode"}
