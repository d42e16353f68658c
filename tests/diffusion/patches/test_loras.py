"""LoRAs and their kin where no pipeline offers them: against peft's tuners, and by hand."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import peft as reference
import pytest
import torch

from app.diffusion.patches.lora_files import open_lora
from app.diffusion.patches.loras import check_lora
from app.sdk.patches import LoRA
from tests import components
from tests.diffusion import flux, sd3
from tests.diffusion.original_names import flux as bfl_names
from tests.diffusion.original_names import sd3 as sd3_names
from tests.diffusion.patches.lora_bench import (
    Pair,
    Tensors,
    assert_equal_weights,
    file_of,
    kohya,
    network,
    pairs,
    patched,
    peft,
)

STRENGTH = 0.7


def with_lora(path: Path, strength: float = STRENGTH, **more: Any) -> Any:
    """The tiny U-Net with the LoRA in a file."""
    return patched(components.unet(), "unet", "SD 1", LoRA("one", strength, path=str(path), **more))


TARGETS = r".*\.(to_q|to_out\.0|conv1|proj_in|ff\.net\.2)"
KINDS = {
    "LoRA": lambda: reference.LoraConfig(r=3, lora_alpha=5, target_modules=TARGETS),
    "rooted": lambda: reference.LoraConfig(
        r=3, lora_alpha=5, target_modules=TARGETS, use_rslora=True
    ),
    "DoRA": lambda: reference.LoraConfig(r=3, lora_alpha=5, target_modules=TARGETS, use_dora=True),
    "LoHa": lambda: reference.LoHaConfig(r=3, alpha=5, target_modules=TARGETS),
    "LoHa, cored": lambda: reference.LoHaConfig(
        r=3, alpha=5, target_modules=TARGETS, use_effective_conv2d=True
    ),
    "LoKr": lambda: reference.LoKrConfig(r=2, alpha=5, target_modules=TARGETS),
    "LoKr, cored": lambda: reference.LoKrConfig(
        r=2, alpha=5, target_modules=TARGETS, use_effective_conv2d=True, decompose_both=True
    ),
}


def trained(config: Any) -> Any:
    """The tiny U-Net inside peft, as if it had been trained a little."""
    made = components.seeded(3, lambda: reference.get_peft_model(components.unet(), config))
    source = torch.Generator().manual_seed(3)
    for name, weight in made.named_parameters():
        if any(part in name for part in ("lora_", "hada_", "lokr_")):
            weight.data += torch.randn(weight.shape, generator=source) * 0.05
    return made


@pytest.mark.reference(
    family="SD 1", feature="LoRA, DoRA, LoHa, LoKr of peft", against="peft merge", agreement="equal"
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_that_peft_saved_comes_to_what_peft_merges(kind: str, tmp_path: Path) -> None:
    made = trained(KINDS[kind]())
    made.save_pretrained(tmp_path)
    found = with_lora(tmp_path, strength=1.0)
    # peft adds up the products around the core of a LoKr in another order
    within = 1e-7 if kind == "LoKr, cored" else 0.0
    assert_equal_weights(found, made.merge_and_unload().state_dict(), within)


def test_kohyas_dora_is_that_of_peft(tmp_path: Path) -> None:
    made = trained(KINDS["DoRA"]())
    named = {
        name.removeprefix("base_model.model."): tensor
        for name, tensor in reference.get_peft_model_state_dict(made).items()
    }
    tensors = {}
    for name, tensor in named.items():
        layer, _, leaf = name.partition(".lora_")
        start = "lora_unet_" + layer.replace(".", "_")
        ends = {"A.weight": "lora_down.weight", "B.weight": "lora_up.weight"}
        end = ends.get(leaf, "dora_scale")
        tensors[f"{start}.{end}"] = tensor.reshape(-1, 1) if end == "dora_scale" else tensor
        tensors[f"{start}.alpha"] = torch.tensor(5.0)
    found = with_lora(file_of(tmp_path, tensors), strength=1.0)
    assert_equal_weights(found, made.merge_and_unload().state_dict())


def test_alphas_that_are_noted_in_the_head_count(tmp_path: Path) -> None:
    factors = pairs(components.unet(), lambda layer: layer.endswith("to_q"))
    notes = {"unet.lora_alpha": 6, "unet.r": 3, "unet.alpha_pattern": {}}
    path = file_of(tmp_path, peft("unet", factors), lora_adapter_metadata=json.dumps(notes))
    wanted = components.unet().state_dict()
    for layer, (down, up) in factors.items():
        wanted[f"{layer}.weight"] = wanted[f"{layer}.weight"] + (up @ down) * (STRENGTH * 2.0)
    assert_equal_weights(with_lora(path), wanted)


def test_strengths_of_blocks_multiply(tmp_path: Path) -> None:
    factors = pairs(components.unet(), lambda layer: layer.endswith("to_q"))
    found = with_lora(
        file_of(tmp_path, peft("unet", factors)), blocks=(("down", 0.5), ("up.1", 0.0))
    )
    wanted = components.unet().state_dict()
    for layer, (down, up) in factors.items():
        strength = STRENGTH * (0.5 if layer.startswith("down") else 1.0)
        if not layer.startswith("up_blocks.1"):
            wanted[f"{layer}.weight"] = wanted[f"{layer}.weight"] + (up @ down) * strength
    assert {layer.split(".")[0] for layer in factors} == {"down_blocks", "mid_block", "up_blocks"}
    assert_equal_weights(found, wanted)


def test_a_negative_strength_leads_the_other_way(tmp_path: Path) -> None:
    factors = pairs(components.unet(), lambda layer: layer.endswith("to_q"))
    path = file_of(tmp_path, peft("unet", factors))
    wanted = components.unet().state_dict()
    for layer, (down, up) in factors.items():
        wanted[f"{layer}.weight"] = wanted[f"{layer}.weight"] - (up @ down) * STRENGTH
    assert_equal_weights(with_lora(path, strength=-STRENGTH), wanted)


def test_full_differences_are_added(tmp_path: Path) -> None:
    source = torch.Generator().manual_seed(5)
    unet = components.unet()
    weight, bias = unet.conv_in.weight.clone(), unet.conv_in.bias.clone()
    more = torch.randn(weight.shape, generator=source), torch.randn(16, generator=source)
    path = file_of(
        tmp_path, {"lora_unet_conv_in.diff": more[0], "lora_unet_conv_in.diff_b": more[1]}
    )
    found = with_lora(path)
    assert torch.equal(found.conv_in.weight, weight + more[0] * STRENGTH)
    assert torch.equal(found.conv_in.bias, bias + more[1] * STRENGTH)


def test_a_core_between_two_small_convolutions_counts(tmp_path: Path) -> None:
    source = torch.Generator().manual_seed(6)
    down = torch.randn(3, 4, 1, 1, generator=source)
    core = torch.randn(3, 3, 3, 3, generator=source)
    up = torch.randn(16, 3, 1, 1, generator=source)
    start = "lora_unet_conv_in.lora_"
    tensors = {f"{start}down.weight": down, f"{start}mid.weight": core, f"{start}up.weight": up}
    found = with_lora(file_of(tmp_path, tensors), strength=1.0).conv_in
    before = components.unet().conv_in
    pixels = torch.randn(1, 4, 8, 8, generator=source)
    beside = torch.nn.functional.conv2d(pixels, down)
    beside = torch.nn.functional.conv2d(beside, core, padding=1)
    beside = torch.nn.functional.conv2d(beside, up)
    assert torch.allclose(found(pixels), before(pixels) + beside, atol=1e-4)


def random_pair(rows: int, columns: int, seed: int) -> Pair:
    source = torch.Generator().manual_seed(seed)
    down = torch.randn(3, columns, generator=source)
    return down, torch.randn(rows, 3, generator=source)


def first_names(module: torch.nn.Module, rename: Any) -> Tensors:
    """All matrices of a transformer under the names that it was published with."""
    named: Tensors = rename(module.state_dict())
    return {
        name.removesuffix(".weight"): tensor
        for name, tensor in named.items()
        if name.endswith(".weight") and tensor.ndim == 2
    }


TRANSFORMERS = {
    "SD 3": (sd3.transformer, sd3_names),
    "SD 3.5": (lambda: sd3.transformer(newer=True), sd3_names),
    "Flux": (flux.transformer, bfl_names),
}


@pytest.mark.parametrize("family", TRANSFORMERS)
def test_layers_of_transformers_are_known_by_their_first_names(family: str, tmp_path: Path) -> None:
    """Patched under today's names, the network is, under its first names, what is wanted."""
    build, rename = TRANSFORMERS[family]
    module = copy.deepcopy(build())
    before = first_names(module, rename)
    factors = {
        name: random_pair(*tensor.shape, seed) for seed, (name, tensor) in enumerate(before.items())
    }
    path = file_of(tmp_path, kohya("lora_unet_", factors, alpha=3.0))
    lora = LoRA("one", 1.0, path=str(path))
    after = first_names(patched(module, "transformer", family.removesuffix(".5"), lora), rename)
    for name, (down, up) in factors.items():
        assert torch.allclose(after[name], before[name] + up @ down, atol=1e-5), name


def test_a_layer_for_a_part_that_is_not_there_is_counted_and_named(tmp_path: Path) -> None:
    factors = pairs(components.unet(), lambda layer: layer.endswith("to_q"))
    odd = {"down_blocks.9.nowhere": random_pair(4, 4, 1)}
    path = file_of(tmp_path, {**kohya("lora_unet_", factors), **kohya("lora_unet_", odd)})
    unet = components.unet()
    fits = check_lora(open_lora(path), [network("unet", "SD 1", unet)])
    assert fits["unet"].layers == len(factors)
    assert fits["unet"].missing == ("lora_unet_down_blocks_9_nowhere",)
