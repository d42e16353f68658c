"""Patched networks in the store: changed, given back bit by bit, and never seen by others."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from app.diffusion.device import Device
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.patches import patched as patched_module
from app.diffusion.patches.patched import PatchedNetwork
from app.diffusion.patches.refusals import CannotPatch
from app.diffusion.store import ModelStore
from app.sdk.context import Stopped
from app.sdk.fingerprint import fingerprint
from app.sdk.models import Model
from app.sdk.patches import FreeU, LoRA
from tests import components
from tests.diffusion.patches.lora_bench import (
    assert_equal_weights,
    file_of,
    kohya,
    never,
    pairs,
    peft,
    weights,
)

CPU = Device(torch.device("cpu"), torch.float32, "CPU")
FREEU = FreeU(b1=1.5, b2=1.6, s1=0.9, s2=0.2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("patched")


@pytest.fixture(scope="module")
def opened(folder: Path) -> Checkpoint:
    return open_checkpoint(components.build_checkpoint(folder / "model"), "abc")


@pytest.fixture(scope="module")
def loras(folder: Path) -> tuple[LoRA, LoRA]:
    """Two LoRAs that touch different layers, and some together."""
    made = []
    for name, ends in (("one", ("to_q", "to_k", "conv1")), ("two", ("to_k", "to_v"))):
        (folder / name).mkdir()
        factors = pairs(components.unet(), lambda layer, e=ends: layer.endswith(e), seed=len(made))
        path = file_of(folder / name, kohya("lora_unet_", factors))
        made.append(LoRA(name, 0.8, path=str(path)))
    return made[0], made[1]


def tensors(store: ModelStore, model: Model) -> dict[str, Tensor]:
    """Copies of all weights of a model."""
    return copy.deepcopy(dict(store.weights(model, never).state_dict()))


def test_without_its_patches_a_network_is_what_it_was_bit_by_bit(
    opened: Checkpoint, loras: tuple[LoRA, LoRA]
) -> None:
    store = ModelStore(CPU)
    model = opened.model.patched(loras[0]).patched(loras[1]).patched(FREEU)
    changed = tensors(store, model)
    assert_equal_weights(store.weights(opened.model, never), components.unet().state_dict())
    assert_equal_weights(store.weights(model, never), changed)


def test_stacks_take_turns_and_share_one_network(
    opened: Checkpoint, loras: tuple[LoRA, LoRA]
) -> None:
    store = ModelStore(CPU)
    stacks = [(), loras[:1], loras[1:], loras]
    models = [replace(opened.model, patches=stack) for stack in stacks]
    wanted = [tensors(ModelStore(CPU), model) for model in models]
    module = store.weights(opened.model, never)
    for turn in (3, 1, 2, 1, 2, 0, 3, 1, 3):
        assert store.weights(models[turn], never) is module
        assert_equal_weights(module, wanted[turn])


def test_going_back_to_a_stack_reads_nothing(opened: Checkpoint, loras: tuple[LoRA, LoRA]) -> None:
    store, asked = ModelStore(CPU), []
    one, other = (opened.model.patched(lora) for lora in loras)
    for model in (one, other):
        store.weights(model, never)
    store.weights(one, lambda: asked.append(1))
    assert len(asked) == 1  # once for the module, not for its tensors


def test_nothing_is_kept_for_later_where_memory_is_short(
    opened: Checkpoint, loras: tuple[LoRA, LoRA], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Short:
        available = 0

    monkeypatch.setattr(patched_module.psutil, "virtual_memory", Short)
    store, asked = ModelStore(CPU), []
    one, other = (opened.model.patched(lora) for lora in loras)
    before = tensors(store, one)
    store.weights(other, never)
    assert_equal_weights(store.weights(one, lambda: asked.append(1)), before)
    assert len(asked) > 1


def test_the_order_of_loras_counts_in_the_last_bits_alone(
    opened: Checkpoint, loras: tuple[LoRA, LoRA]
) -> None:
    one = replace(opened.model, patches=loras)
    other = replace(opened.model, patches=loras[::-1])
    assert fingerprint(one) != fingerprint(other)
    first, second = tensors(ModelStore(CPU), one), tensors(ModelStore(CPU), other)
    assert all(torch.allclose(first[name], second[name], atol=1e-6) for name in first)


def test_where_the_file_lies_does_not_count(opened: Checkpoint) -> None:
    here, there = (opened.model.patched(LoRA("a", path=place)) for place in ("/here", "/there"))
    assert fingerprint(here) == fingerprint(there)
    assert fingerprint(here) != fingerprint(opened.model)


def test_a_stop_on_the_way_leaves_the_network_without_patches(
    opened: Checkpoint, loras: tuple[LoRA, LoRA]
) -> None:
    store, asked = ModelStore(CPU), []
    store.weights(opened.model.patched(loras[1]), never)

    def stop_at_five() -> None:
        asked.append(1)
        if len(asked) == 5:
            raise Stopped

    with pytest.raises(Stopped):
        store.weights(opened.model.patched(loras[0]), stop_at_five)
    assert_equal_weights(store.weights(opened.model, never), components.unet().state_dict())


def test_half_precision_rounds_the_sum_once(
    opened: Checkpoint, folder: Path, loras: tuple[LoRA, LoRA]
) -> None:
    half = Device(torch.device("cpu"), torch.float16, "CPU")
    model = replace(opened.model, patches=loras)
    found = tensors(ModelStore(half), model)
    rounded = components.unet().half().float()
    PatchedNetwork([weights("unet", "SD 1")], rounded).set_up(rounded, loras, never)
    wanted = rounded.half().state_dict()
    assert all(found[name].dtype == torch.float16 for name in found)
    assert all(torch.equal(found[name], wanted[name]) for name in found)


def test_a_compiled_network_follows_its_patches(
    opened: Checkpoint, loras: tuple[LoRA, LoRA]
) -> None:
    store = ModelStore(CPU, backend="eager")
    source = torch.Generator().manual_seed(1)
    latent = torch.randn(1, 4, 8, 8, generator=source)
    words = torch.randn(1, 77, components.WIDTH, generator=source)
    models = [opened.model, opened.model.patched(loras[0]), opened.model.patched(FREEU)]
    for model in (*models, *models):
        compiled = store.weights(replace(model, compiled=True), never)(latent, 10, words).sample
        assert torch.equal(compiled, store.weights(model, never)(latent, 10, words).sample)


def test_the_text_encoder_has_patches_of_its_own(opened: Checkpoint, tmp_path: Path) -> None:
    factors = pairs(components.text_encoder(3), lambda layer: layer.endswith("fc1"))
    path = file_of(tmp_path, peft("text_encoder", factors))
    store = ModelStore(CPU)
    patched = opened.text_model.patched(LoRA("one", path=str(path)))
    found = store.weights(patched, never)[0].encoder
    wanted = components.text_encoder(3).state_dict()
    for layer, (down, up) in factors.items():
        wanted[f"{layer}.weight"] = wanted[f"{layer}.weight"] + up @ down
    assert_equal_weights(found, wanted)
    again = store.weights(opened.text_model, never)[0].encoder
    assert_equal_weights(again, components.text_encoder(3).state_dict())


def test_a_network_that_moved_meanwhile_gets_its_originals_where_it_is(
    opened: Checkpoint, loras: tuple[LoRA, LoRA]
) -> None:
    """``Module.to`` makes other tensors, as offloading does; here they stay on the processor."""
    store = ModelStore(CPU)
    module = store.weights(opened.model.patched(loras[0]), never)
    module.to(torch.float64).to(torch.float32)
    assert_equal_weights(store.weights(opened.model, never), components.unet().state_dict())


def test_packed_weights_are_not_touched(opened: Checkpoint, loras: tuple[LoRA, LoRA]) -> None:
    class Packed(torch.nn.Parameter):
        """Stands for numbers of a few bits."""

    unet = components.unet()
    layer = unet.mid_block.attentions[0].transformer_blocks[0].attn1.to_q
    layer.weight = Packed(layer.weight.data, requires_grad=False)
    network = PatchedNetwork([weights("unet", "SD 1")], unet)
    with pytest.raises(CannotPatch, match=r"packed in a few bits \(.*to_q"):
        network.set_up(unet, loras[:1], never)
    assert_equal_weights(unet, components.unet().state_dict())


def test_originals_on_a_device_are_read_again(
    opened: Checkpoint, loras: tuple[LoRA, LoRA], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here the processor plays a device of its own, whose originals are not put aside."""
    monkeypatch.setattr(patched_module, "keeps_originals", lambda device: False)
    store = ModelStore(Device(torch.device("cpu"), torch.float16, "CPU"))
    wanted = copy.deepcopy(components.unet().half().state_dict())
    for model in (opened.model.patched(loras[0]), opened.model.patched(loras[1]), opened.model):
        module = store.weights(model, never)
    assert_equal_weights(module, wanted)


def test_a_switch_that_fails_is_not_taken_for_one_that_is_on(loras: tuple[LoRA, LoRA]) -> None:
    class Without(torch.nn.Linear):
        """A network that knows no FreeU."""

    module = Without(2, 2)
    network = PatchedNetwork([weights("unet", "SD 1")], module)
    with pytest.raises(AttributeError):
        network.set_up(module, (FREEU,), never)
    network.set_up(module, (), never)
