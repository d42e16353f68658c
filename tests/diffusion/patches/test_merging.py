"""Mixtures of models, and models that are saved: against plain arithmetic, and loaded again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import StableDiffusionPipeline

from app.diffusion.device import Device
from app.diffusion.loading import model_saving
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.loading.model_saving import NoRoom, PartMissing, save_network, save_whole
from app.diffusion.patches.merges import CannotMerge, FamiliesDiffer
from app.diffusion.patches.mixing import mix_models, mix_text_models
from app.diffusion.pictures.saving import CannotSave, read_pattern
from app.diffusion.store import ModelStore
from app.sdk.context import Stopped
from app.sdk.models import Model
from app.sdk.patches import LoRA
from app.sdk.values import Files
from tests import components
from tests.diffusion.patches.lora_bench import (
    assert_equal_weights,
    file_of,
    kohya,
    never,
    pairs,
)

CPU = Device(torch.device("cpu"), torch.float32, "CPU")
FULL = torch.float32
NAME = read_pattern("made {number:3}", {}, "")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkpoint, ...]:
    """Three models of one kind."""
    folder = tmp_path_factory.mktemp("mixed")
    return tuple(
        open_checkpoint(components.build_checkpoint(folder / str(seed), seed), str(seed))
        for seed in (1, 11, 21)
    )


@pytest.fixture(scope="module")
def lora(tmp_path_factory: pytest.TempPathFactory) -> LoRA:
    factors = pairs(components.unet(), lambda layer: layer.endswith(("to_q", "conv1")))
    path = file_of(tmp_path_factory.mktemp("lora"), kohya("lora_unet_", factors))
    return LoRA("one", 0.9, path=str(path))


def weights(model: Model) -> dict[str, Any]:
    return dict(ModelStore(CPU).weights(model, never).state_dict())


def quiet(step: int, total: int) -> None:
    """Nobody watches."""


def test_a_weighted_sum(models: tuple[Checkpoint, ...]) -> None:
    mixed = mix_models(models[0].model, models[1].model, None, 0.3, ())
    own, other = components.unet(1).state_dict(), components.unet(11).state_dict()
    wanted = {name: (1 - 0.3) * own[name] + 0.3 * other[name] for name in own}
    assert_equal_weights(ModelStore(CPU).weights(mixed, never), wanted)


def test_a_difference_is_added(models: tuple[Checkpoint, ...]) -> None:
    mixed = mix_models(models[0].model, models[1].model, models[2].model, 0.8, ())
    own, other, base = (components.unet(seed).state_dict() for seed in (1, 11, 21))
    wanted = {name: own[name] + 0.8 * (other[name] - base[name]) for name in own}
    assert_equal_weights(ModelStore(CPU).weights(mixed, never), wanted)


def test_a_network_that_sees_a_mask_takes_over_what_another_learnt(
    models: tuple[Checkpoint, ...], tmp_path: Path
) -> None:
    folder = components.build_checkpoint(tmp_path / "seeing")
    shutil.rmtree(folder / "unet")
    seeing = {**components.UNET, "in_channels": 9, "out_channels": 4}
    network = components.seeded(5, lambda: components.UNet2DConditionModel(**seeing))
    network.save_pretrained(folder / "unet")
    model = open_checkpoint(folder, "seeing").model
    mixed = mix_models(model, models[1].model, models[2].model, 1.0, ())
    own, other, base = (
        module.state_dict() for module in (network, components.unet(11), components.unet(21))
    )
    wanted = {"conv_in.weight": own["conv_in.weight"]}
    for name in own.keys() - wanted.keys():
        wanted[name] = own[name] + 1.0 * (other[name] - base[name])
    assert_equal_weights(ModelStore(CPU).weights(mixed, never), wanted)
    with pytest.raises(CannotMerge, match=r"conv_in\.weight"):
        mix_models(model, models[1].model, None, 1.0, ())


def test_blocks_have_shares_of_their_own(models: tuple[Checkpoint, ...]) -> None:
    blocks = (("down", 0.0), ("up.1", 1.0))
    found = weights(mix_models(models[0].model, models[1].model, None, 0.5, blocks))
    own, other = components.unet(1).state_dict(), components.unet(11).state_dict()
    for name, tensor in found.items():
        share = 0.0 if name.startswith("down_") else 1.0 if name.startswith("up_blocks.1") else 0.5
        assert torch.equal(tensor, (1 - share) * own[name] + share * other[name]), name


def test_patches_belong_to_the_model_before_them(
    models: tuple[Checkpoint, ...], lora: LoRA
) -> None:
    one, other = models[0].model.patched(lora), models[1].model.patched(lora)
    mixed = mix_models(one, other, None, 0.5, ()).patched(lora)
    steps = [weights(model) for model in (one, other)]
    last = weights(models[0].model.patched(lora))
    plain = weights(models[0].model)
    for name, tensor in weights(mixed).items():
        wanted = 0.5 * steps[0][name] + 0.5 * steps[1][name] + (last[name] - plain[name])
        assert torch.allclose(tensor, wanted, atol=1e-6), name


def test_text_encoders_are_mixed_too(models: tuple[Checkpoint, ...]) -> None:
    mixed = mix_text_models(models[0].text_model, models[1].text_model, None, 0.25, ())
    encoder = ModelStore(CPU).weights(mixed, never)[0].encoder
    own, other = (components.text_encoder(seed).state_dict() for seed in (3, 13))
    assert_equal_weights(encoder, {name: 0.75 * own[name] + 0.25 * other[name] for name in own})


def test_nothing_mixed_in_is_the_model_itself(models: tuple[Checkpoint, ...]) -> None:
    assert mix_models(models[0].model, models[1].model, None, 0.0, ()) == models[0].model
    assert mix_text_models(models[0].text_model, None, None, 0.5, ()) == models[0].text_model


def test_models_of_other_build_are_refused(models: tuple[Checkpoint, ...], tmp_path: Path) -> None:
    own = models[0].model
    family = replace(own, weights=replace(own.weights, family="SDXL"))
    with pytest.raises(FamiliesDiffer, match="SD 1 and SDXL cannot be mixed"):
        mix_models(own, family, None, 0.5, ())
    wider = components.build_checkpoint(tmp_path / "wide")
    shutil.rmtree(wider / "unet")
    deeper = {**components.UNET, "layers_per_block": 2}
    components.UNet2DConditionModel(**deeper).save_pretrained(wider / "unet")
    with pytest.raises(CannotMerge, match="mix models of one family and kind"):
        mix_models(own, open_checkpoint(wider, "wide").model, None, 0.5, ())


@pytest.mark.reference(
    family="SD 1", feature="saved models", against="from_pretrained", agreement="equal"
)
def test_a_saved_model_is_what_it_was_when_it_was_patched(
    models: tuple[Checkpoint, ...], lora: LoRA, tmp_path: Path
) -> None:
    model = mix_models(models[0].model, models[1].model, None, 0.5, ()).patched(lora)
    parts = (model, models[0].text_model, models[0].vae)
    seen: list[int] = []
    files = save_whole(tmp_path, NAME, parts, FULL, lambda step, total: seen.append(total - step))
    assert seen[-1] == 0
    folder = tmp_path / "made 001"
    assert {Path(file.path).relative_to(folder).parts[0] for file in files} == {
        *("model_index.json", "scheduler", "text_encoder", "tokenizer", "unet", "vae")
    }
    opened, wanted = open_checkpoint(folder, "new"), weights(model)
    assert_equal_weights(ModelStore(CPU).weights(opened.model, never), wanted)
    theirs = StableDiffusionPipeline.from_pretrained(
        folder, safety_checker=None, feature_extractor=None
    )
    assert_equal_weights(theirs.unet, wanted)
    assert (
        theirs.tokenizer("the red cat").input_ids == components.tokenizer()("the red cat").input_ids
    )
    assert opened.model.schedule == models[0].model.schedule


def test_half_precision_is_rounded_once(
    models: tuple[Checkpoint, ...], lora: LoRA, tmp_path: Path
) -> None:
    name = read_pattern("net", {}, ".safetensors")
    model = models[0].model.patched(lora)
    (file,) = save_network(tmp_path, name, model, torch.float16, quiet)
    from safetensors.torch import load_file

    found, wanted = load_file(file.path), weights(model)
    assert found.keys() == wanted.keys()
    assert all(torch.equal(found[name], wanted[name].half()) for name in found)


def test_nothing_is_overwritten(models: tuple[Checkpoint, ...], tmp_path: Path) -> None:
    parts = (models[0].model, models[0].text_model, models[0].vae)
    for _ in range(2):
        assert Files(save_whole(tmp_path, NAME, parts, torch.float16, quiet)).describe()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made 001", "made 002"]


def test_what_could_not_be_written_whole_is_not_there(
    models: tuple[Checkpoint, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = (models[0].model, models[0].text_model, models[0].vae)

    def stop(step: int, total: int) -> None:
        if step == 40:
            raise Stopped

    with pytest.raises(Stopped):
        save_whole(tmp_path, NAME, parts, FULL, stop)

    def full(step: int, total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotSave, match="no space left on device"):
        save_whole(tmp_path, NAME, parts, FULL, full)
    monkeypatch.setattr(model_saving, "_ROOM_BESIDE", 2**60)
    with pytest.raises(NoRoom, match="free some, or save in half precision"):
        save_whole(tmp_path, NAME, parts, FULL, quiet)
    assert list(tmp_path.iterdir()) == []


def test_a_whole_model_needs_all_parts(models: tuple[Checkpoint, ...], tmp_path: Path) -> None:
    with pytest.raises(PartMissing, match="or save the network alone"):
        save_whole(tmp_path, NAME, (models[0].model, None, models[0].vae), FULL, quiet)
