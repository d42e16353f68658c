"""The choice between plans: the first that fits, thriftier where the user or a failure says so."""

from __future__ import annotations

import pytest
import torch

from app.diffusion.device import Device
from app.diffusion.memory.plans import RESERVE, Need, Plan, choose, thriftier
from app.diffusion.memory.sizes import need_of, number_type
from app.diffusion.memory.work import Call, Corrections, call_bytes, expected, expecting
from app.sdk.values import Latent

NEED = Need(weights=1000, block=100, rest=50, layer=10, work=200)


@pytest.mark.parametrize(
    ("room", "plan"),
    [(1200, Plan.WHOLE), (1199, Plan.BLOCKS), (450, Plan.BLOCKS), (449, Plan.LAYERS)],
)
def test_the_first_plan_that_fits_is_taken(room: int, plan: Plan) -> None:
    assert choose(NEED, room + RESERVE) is plan


def test_where_nothing_fits_the_thriftiest_is_tried() -> None:
    assert choose(NEED, 0) is Plan.LAYERS


@pytest.mark.parametrize(
    ("wish", "plan"),
    [
        ("whole", Plan.WHOLE),
        ("thrifty", Plan.BLOCKS),
        ("least", Plan.LAYERS),
        ("no such wish", Plan.WHOLE),
    ],
)
def test_the_user_may_overrule_it(wish: str, plan: Plan) -> None:
    assert choose(NEED, 10_000 + RESERVE, wish) is plan


def test_a_plan_that_failed_is_not_taken_again() -> None:
    assert choose(NEED, 10_000 + RESERVE, least=Plan.BLOCKS) is Plan.BLOCKS
    assert choose(NEED, 10_000 + RESERVE, "whole", Plan.BLOCKS) is Plan.BLOCKS


def test_every_plan_but_the_last_has_a_thriftier_one() -> None:
    assert [thriftier(plan) for plan in Plan] == [Plan.BLOCKS, Plan.LAYERS, None]


def test_blocks_and_layers_are_told_by_the_names_of_tensors() -> None:
    shapes = {
        "conv_in.weight": (10, 3),
        "blocks.0.first.weight": (10, 10),
        "blocks.0.second.weight": (5, 10),
        "blocks.1.first.weight": (10, 10),
    }
    need = need_of(shapes, 2, 7)
    assert need == Need(weights=560, block=300, rest=60, layer=200, work=7)


def _device(gigabytes: float) -> Device:
    class Sized(Device):
        def total_memory(self) -> int:
            return int(gigabytes * 2**30)

    return Sized(torch.device("cpu"), torch.float16, "Sized")


@pytest.mark.parametrize(
    ("part", "gigabytes", "dtype"),
    [
        ("text_encoder_2", 64, torch.float32),
        ("text_encoder_2", 24, torch.bfloat16),
        ("vae", 8, torch.float32),
        ("transformer", 8, torch.float16),
    ],
)
def test_t5_computes_in_16_bits_where_32_would_fill_the_memory(
    part: str, gigabytes: float, dtype: torch.dtype
) -> None:
    assert number_type(part, 4_762_310_656, _device(gigabytes)) is dtype


def test_more_pictures_and_larger_ones_take_more_work() -> None:
    unet = {"block_out_channels": [320, 640]}
    small, large = Call(2, 1, 64, 64), Call(2, 4, 64, 128)
    assert 8 * call_bytes("unet", unet, small, 2) == call_bytes("unet", unet, large, 2)
    flux = {"num_attention_heads": 24, "attention_head_dim": 128, "patch_size": 1}
    assert call_bytes("transformer", flux, small, 2) < call_bytes("transformer", flux, large, 2)


def test_what_is_about_to_be_asked_is_known_while_it_is_done() -> None:
    latent = Latent(torch.zeros(4, 16, 24, 32), "SD 3")
    with expecting(latent, pictures=2, prompts=2):
        assert expected() == Call(2, 2, 24, 32)
    assert expected() == Call()


def test_measuring_corrects_the_estimate_within_bounds() -> None:
    corrections = Corrections()
    corrections.measured("abc", 100, 150)
    assert corrections.corrected("abc", 200) == 300
    assert corrections.corrected("other", 200) == 200
    corrections.measured("abc", 100, 1)
    assert corrections.corrected("abc", 200) == 50
