"""How numbers stand in a file, and what becomes of them in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from app.diffusion.loading.weights import load_module
from app.sdk.context import Stopped
from app.sdk.models import Weights
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import CPU, load, model, save


@pytest.mark.parametrize(
    "stored", [torch.float16, torch.bfloat16, torch.float8_e4m3fn, torch.float8_e5m2]
)
@pytest.mark.parametrize("wanted", [torch.float32, torch.bfloat16])
def test_numbers_are_widened_exactly_as_torch_does(
    stored: torch.dtype, wanted: torch.dtype, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    tensors = {name: tensor.to(stored) for name, tensor in made.alone("transformer").items()}
    loaded = load(save(tmp_path / "a.safetensors", tensors), "transformer", "Flux", wanted)
    for name, tensor in made.networks["transformer"].state_dict().items():
        assert torch.equal(loaded.state_dict()[name], tensor.to(stored).to(wanted)), name


@pytest.mark.parametrize("scale", ["scale_weight", "weight_scale"])
def test_a_scale_beside_numbers_in_8_bits_is_used(
    scale: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    tensors = made.alone("text_encoder_2")
    name = "encoder.block.0.layer.0.SelfAttention.q.weight"
    small = (tensors[name] / 0.01).to(torch.float8_e4m3fn)
    beside = {name.removesuffix("weight") + scale: torch.tensor(0.01)}
    file = save(tmp_path / "t5.safetensors", {**tensors, name: small, **beside})
    loaded = load(file, "text_encoder_2", "Flux").state_dict()
    assert torch.equal(loaded[name], small.to(torch.float32) * torch.tensor(0.01))


def test_the_words_of_t5_take_memory_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "t5.safetensors", made.alone("text_encoder_2"))
    loaded = load(file, "text_encoder_2", "Flux")
    assert loaded.shared.weight.data_ptr() == loaded.encoder.embed_tokens.weight.data_ptr()


def test_a_slimmed_model_is_built_with_the_blocks_that_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    tensors = {
        name: tensor
        for name, tensor in made.alone("transformer").items()
        if not name.startswith(("double_blocks.1.", "single_blocks.2."))
    }
    loaded = load(save(tmp_path / "slim.safetensors", tensors), "transformer", "Flux")
    assert (loaded.config.num_layers, loaded.config.num_single_layers) == (1, 2)


def test_stop_is_heard_between_tensors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = model("sd-1")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "whole.safetensors", made.whole())
    calls = 0

    def stop_at_ten() -> None:
        nonlocal calls
        calls += 1
        if calls == 10:
            raise Stopped

    with pytest.raises(Stopped):
        load_module(Weights("unet", "abc", "SD 1", str(file)), CPU, torch.float32, stop_at_ten)
    assert calls == 10
