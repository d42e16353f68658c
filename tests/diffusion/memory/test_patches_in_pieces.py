"""Patches, motion layers and compiled blocks on networks that come piece by piece."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.loading.folder import Checkpoint, open_checkpoint, open_control_network
from app.diffusion.memory.eight_bits import STORED, CannotBeCompiled, with_eight_bits
from app.diffusion.memory.moving import lend
from app.diffusion.memory.placed import computes_on, place_of
from app.diffusion.memory.plans import Plan
from app.diffusion.video.motion import animated, open_motion_adapter
from app.sdk.models import Model
from app.sdk.patches import FreeU, LoRA
from tests import components, tiny_transformers
from tests.diffusion import moving, sd3
from tests.diffusion.memory.simulated import simulated
from tests.diffusion.patches.lora_bench import file_of, kohya, never, pairs

WISHES = ["thrifty", "least"]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    return open_checkpoint(
        components.build_checkpoint(tmp_path_factory.mktemp("built") / "tiny"), "abc"
    )


@pytest.fixture(scope="module")
def lora(tmp_path_factory: pytest.TempPathFactory) -> LoRA:
    factors = pairs(components.unet(), lambda layer: layer.endswith(("to_q", "conv1")))
    path = file_of(tmp_path_factory.mktemp("lora"), kohya("lora_unet_", factors))
    return LoRA("one", 0.9, path=str(path))


def asked(module: Any) -> torch.Tensor:
    """What the tiny U-Net answers."""
    source = torch.Generator().manual_seed(1)
    noise = torch.randn(2, 4, 8, 8, generator=source)
    words = torch.randn(2, 77, components.WIDTH, generator=source)
    with torch.no_grad():
        answer: torch.Tensor = module(noise, 10, words).sample
    return answer


def answer(model: Model, wish: str) -> torch.Tensor:
    """What a model answers that lies as ``wish`` says."""
    return asked(simulated(wish=lambda: wish).weights(model, never))


@pytest.mark.parametrize("wish", WISHES)
def test_a_lora_acts_alike_and_leaves_no_trace(opened: Checkpoint, lora: LoRA, wish: str) -> None:
    plain, patched = opened.model, opened.model.patched(lora)
    store = simulated(wish=lambda: wish)
    for model in (plain, patched, plain, patched.patched(lora), patched, plain):
        module = store.weights(model, never)
        assert torch.equal(asked(module), answer(model, "whole"))
        assert torch.equal(asked(module), asked(module))
    originals = components.unet().state_dict()
    assert all(torch.equal(module.state_dict()[name], originals[name]) for name in originals)


@pytest.mark.parametrize("wish", WISHES)
def test_switched_patches_act_alike(opened: Checkpoint, wish: str) -> None:
    model = opened.model.patched(FreeU(0.9, 0.2, 1.5, 1.6))
    assert torch.equal(answer(model, wish), answer(model, "whole"))


@pytest.mark.parametrize("wish", WISHES)
def test_motion_layers_share_weights_that_come_in_pieces(
    opened: Checkpoint, tmp_path: Path, wish: str
) -> None:
    moving.motion_adapter().save_pretrained(tmp_path)
    model = animated(opened.model, open_motion_adapter(tmp_path, "motion"), linear=False)

    def frames(wish: str) -> tuple[Any, torch.Tensor]:
        store = simulated(wish=lambda: wish)
        module = store.weights(model, never)
        assert torch.equal(asked(store.weights(opened.model, never)), answer(opened.model, "whole"))
        source = torch.Generator().manual_seed(1)
        noise = torch.randn(1, 4, 6, 8, 8, generator=source)
        words = torch.randn(6, 77, components.WIDTH, generator=source)
        with torch.no_grad():
            return module, module(noise, 10, words).sample

    whole, (module, pieces) = frames("whole")[1], frames(wish)
    place = place_of(module)
    assert place is not None
    assert place.plan > Plan.WHOLE
    assert torch.equal(pieces, whole)


def test_a_lora_is_added_before_weights_are_rounded(opened: Checkpoint, lora: LoRA) -> None:
    """Against diffusers' layer-wise casting of the network that the LoRA was merged into."""
    patched = opened.model.patched(lora)
    wanted = simulated().weights(patched, never)
    wanted.enable_layerwise_casting(storage_dtype=STORED, compute_dtype=torch.float32)
    for wish in ("whole", *WISHES):
        assert torch.equal(answer(replace(patched, eight_bits=True), wish), asked(wanted))


def test_8_bits_are_another_network_than_all_bits(opened: Checkpoint) -> None:
    store, eight = simulated(), replace(opened.model, eight_bits=True)
    module, whole = store.weights(eight, never), store.weights(opened.model, never)
    assert module is not whole
    assert store.weights(eight, never) is module
    assert next(module.parameters()).dtype is STORED
    assert computes_on(module) == (torch.device("cpu"), torch.float32)
    assert torch.equal(asked(whole), answer(opened.model, "whole"))


def test_8_bits_are_taken_where_the_weights_would_fill_the_computer(
    opened: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = simulated()._device
    assert not with_eight_bits(opened.model, "if needed", device).eight_bits
    monkeypatch.setattr("app.diffusion.memory.eight_bits._SHARE", 0)
    assert with_eight_bits(opened.model, "if needed", device).eight_bits
    assert not with_eight_bits(opened.model, "never", device).eight_bits
    compiled = replace(opened.model, compiled=True)
    assert not with_eight_bits(compiled, "if needed", device).eight_bits
    with pytest.raises(CannotBeCompiled):
        with_eight_bits(compiled, "always", device)


@pytest.mark.parametrize("wish", ["whole", *WISHES])
def test_a_layer_that_is_lent_comes_and_goes_with_its_borrower(tmp_path: Path, wish: str) -> None:
    tiny_transformers.sd3(tmp_path / "tiny", with_t5=False)
    sd3.control_network(23, use_pos_embed=False).save_pretrained(tmp_path / "control")
    store = simulated(wish=lambda: wish)
    owner = store.weights(open_checkpoint(tmp_path / "tiny", "abc").model, never)
    borrower = store.weights(open_control_network(tmp_path / "control", "def"), never)
    lend(owner, "pos_embed", borrower)
    lent = borrower.pos_embed
    assert lent is not owner.pos_embed
    assert all(map(torch.equal, lent.state_dict().values(), owner.pos_embed.state_dict().values()))
    lend(owner, "pos_embed", borrower)
    assert borrower.pos_embed is lent
    assert torch.equal(lent(torch.ones(1, 16, 8, 8)), owner.pos_embed(torch.ones(1, 16, 8, 8)))
