"""Networks in GGUF files, written here with the package that defines the format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import GGUFQuantizationConfig, SD3Transformer2DModel

from app.diffusion.checkpoints.refusals import GgufPart, QuantisedFile
from app.diffusion.loading.refusals import DamagedWeights
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import load, model
from tests.diffusion.original_names import Tensors

gguf = pytest.importorskip("gguf")

KINDS = ("F16", "BF16", "Q8_0", "Q4_0", "Q5_1")


def write(file: Path, tensors: Tensors, kind: str) -> Path:
    """The tensors with rows of whole blocks packed as ``kind``, the others in full."""
    writer = gguf.GGUFWriter(file, "sd3")
    packing = gguf.GGMLQuantizationType[kind]
    block, _ = gguf.GGML_QUANT_SIZES[packing]
    for name, tensor in tensors.items():
        numbers = tensor.float().numpy()
        if tensor.ndim == 2 and tensor.shape[1] % max(block, 32) == 0:
            packed = gguf.quants.quantize(numbers, packing)
            writer.add_tensor(name, packed, raw_dtype=packing)
        else:
            writer.add_tensor(name, numbers)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file


def answer(network: Any) -> torch.Tensor:
    """What an SD 3 network says to random input."""
    source = torch.Generator().manual_seed(3)
    with torch.no_grad():
        found: torch.Tensor = network(
            hidden_states=torch.randn((1, 16, 8, 8), generator=source),
            encoder_hidden_states=torch.randn((1, 5, 96), generator=source),
            pooled_projections=torch.randn((1, 72), generator=source),
            timestep=torch.tensor([500.0]),
            return_dict=False,
        )[0]
    return found


@pytest.mark.reference(
    family="SD 3",
    feature="network from a GGUF file",
    against="SD3Transformer2DModel.from_single_file",
    agreement="equal",
)
@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_those_of_diffusers(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("sd-3.5-medium")
    folder = tiny_models.describe(tmp_path / "configs", monkeypatch, made) / "sd-3.5-medium"
    file = write(tmp_path / "a.gguf", made.alone("transformer"), kind)
    wanted = SD3Transformer2DModel.from_single_file(
        str(file),
        config=str(folder),
        subfolder="transformer",
        quantization_config=GGUFQuantizationConfig(compute_dtype=torch.float32),
    )
    assert torch.equal(answer(load(file, "transformer", "SD 3")), answer(wanted.eval()))


def test_packed_layers_stay_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = write(tmp_path / "a.gguf", made.alone("transformer"), "Q8_0")
    loaded = load(file, "transformer", "Flux")
    layer = loaded.context_embedder
    full = made.networks["transformer"].context_embedder
    assert layer.weight.dtype == torch.uint8
    given = torch.randn((2, 32), generator=torch.Generator().manual_seed(1))
    assert torch.allclose(layer(given), full(given), atol=0.02)  # 8 bits: 1/127 of the largest


def test_only_networks_are_read_from_gguf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = write(tmp_path / "a.gguf", made.alone("text_encoder_2"), "Q8_0")
    with pytest.raises(GgufPart, match="use the T5 as"):
        load(file, "text_encoder_2", "Flux")


@pytest.mark.parametrize("kept", [0.9, 0.5])
def test_a_file_that_is_cut_off_is_refused(
    kept: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = write(tmp_path / "a.gguf", made.alone("transformer"), "F16")
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * kept)])
    with pytest.raises(DamagedWeights, match=r"a\.gguf is damaged or cut off"):
        load(file, "transformer", "Flux")


def test_a_packing_that_nobody_reads_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = write(tmp_path / "a.gguf", made.alone("transformer"), "TQ1_0")
    with pytest.raises(QuantisedFile, match="TQ1_0"):
        load(file, "transformer", "Flux")
