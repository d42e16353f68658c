"""Files that are broken, or made to do harm: one sentence each, and nothing stays in memory."""

from __future__ import annotations

import gc
import json
import pickle
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch
from safetensors.torch import save_file

from app.diffusion.checkpoints.opening import check_model, open_control, open_model
from app.diffusion.checkpoints.refusals import (
    LacksTensor,
    OddNames,
    PickleInDisguise,
    QuantisedFile,
    UnknownFile,
)
from app.diffusion.device import Device
from app.diffusion.loading.refusals import DamagedWeights
from app.diffusion.store import ModelStore
from app.sdk.errors import NodeError
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import CPU, model, never, save

DEVICE = Device(CPU, torch.float32, "CPU")
TENSOR = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
Write = Callable[[Path], object]


def written(head: Any, data: bytes = b"\0" * 8, length: int | None = None) -> Write:
    """Writes a file with this head, which may be text that is no JSON."""
    text = (head if isinstance(head, str) else json.dumps(head)).encode()
    size = struct.pack("<Q", len(text) if length is None else length)
    return lambda file: file.write_bytes(size + text + data)


class Harm:
    """Would write a file if it were unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (Path("harmed"),))


BROKEN: dict[str, tuple[Write, type[NodeError]]] = {
    "empty": (lambda file: file.write_bytes(b""), DamagedWeights),
    "cut in the head": (written(json.dumps({"a": TENSOR})[:20], b"", 500), DamagedWeights),
    "cut in the data": (written({"a": TENSOR}, b"\0" * 4), DamagedWeights),
    "a huge head": (written("{}", length=2**62), DamagedWeights),
    "no JSON": (written("{not json}"), DamagedWeights),
    "a deep head": (written("[" * 200_000), DamagedWeights),
    "overlapping tensors": (written({"a": TENSOR, "b": TENSOR}), DamagedWeights),
    "a hole between tensors": (
        written({"a": {**TENSOR, "data_offsets": [4, 12]}}, b"\0" * 12),
        DamagedWeights,
    ),
    "too few bytes": (written({"a": {**TENSOR, "shape": [9]}}), DamagedWeights),
    "a shape of NaN": (written({"a": {**TENSOR, "shape": [float("nan")]}}), DamagedWeights),
    "a negative shape": (written({"a": {**TENSOR, "shape": [-2]}}), DamagedWeights),
    "an endless shape": (written({"a": {**TENSOR, "shape": [2**47, 2**47]}}), DamagedWeights),
    "an unknown type": (written({"a": {**TENSOR, "dtype": "PICKLE"}}), DamagedWeights),
    "no tensors": (written({}, b""), DamagedWeights),
    "a pickle": (lambda file: file.write_bytes(pickle.dumps(Harm())), PickleInDisguise),
    "an old pickle": (lambda file: file.write_bytes(pickle.dumps(Harm(), 2)), PickleInDisguise),
    "what torch saves": (lambda file: torch.save({"a": torch.ones(2)}, file), PickleInDisguise),
    "names of Python": (written({"a.__class__.__init__": TENSOR}), OddNames),
    "bits and bytes": (
        written({"a.weight.quant_state.bitsandbytes__nf4": TENSOR}),
        QuantisedFile,
    ),
    "another model": (written({"distilled_guidance_layer.a.weight": TENSOR}), UnknownFile),
    "a name of 10,000 parts": (written({".".join(["block"] * 10_000): TENSOR}), UnknownFile),
    "a name of numbers without end": (
        written({"double_blocks." + "9" * 5000: TENSOR}),
        UnknownFile,
    ),
    "nothing known": (written({"a": TENSOR}), UnknownFile),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_no_model_is_refused_in_one_sentence(kind: str, tmp_path: Path) -> None:
    write, refusal = BROKEN[kind]
    file = tmp_path / "model.safetensors"
    write(file)
    for read in (open_model, open_control):
        with pytest.raises(refusal) as caught:
            read(file, "abc")
        assert "model.safetensors" in str(caught.value)
        assert "\n" not in str(caught.value)
        assert str(caught.value).endswith(".")
    assert not Path("harmed").exists()


@pytest.mark.parametrize(
    ("names", "found", "remedy"),
    [
        (["lora_unet_a.lora_down.weight"], "a LoRA", "name it in a LoRA node"),
        (["control_model.input_blocks.0.0.weight"], "a ControlNet", "with Load ControlNet"),
        (["encoder.conv_in.weight", "decoder.mid.a"], "a VAE", "with Load VAE"),
        (["text_model.encoder.layers.0.a"], "a text encoder", "with Load Text Encoders"),
        (["double_stream_modulation_img.a"], "Flux 2", "choose a model of"),
        (
            ["distilled_guidance_layer.norms.0.scale", "double_blocks.0.img_attn.qkv.weight"],
            "Chroma",
            "choose a model of",
        ),
        (["model.diffusion_model.double_blocks.0.img_a"], "another form of Flux", "choose a model"),
    ],
)
def test_a_file_of_another_kind_is_told_where_it_belongs(
    names: list[str], found: str, remedy: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.safetensors"
    save_file({name: torch.ones(2) for name in names}, file)
    with pytest.raises(UnknownFile, match=f"it looks like {found}.*, so .*{remedy}"):
        open_model(file, "abc")


def test_a_control_network_is_no_checkpoint_and_the_other_way_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, control = model("sd-1"), model("controlnet-sd-1")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made, control)
    network = save(tmp_path / "network.safetensors", made.alone("unet"))
    guide = save(tmp_path / "control.safetensors", control.alone("controlnet"))
    with pytest.raises(UnknownFile, match="looks like a ControlNet"):
        open_model(guide, "abc")
    with pytest.raises(UnknownFile, match="not a ControlNet that can be used here"):
        open_control(network, "abc")


@pytest.mark.parametrize("change", ["missing", "of another shape"])
@pytest.mark.parametrize("layout", ["sd-1", "sd-3-medium", "flux-dev"])
def test_a_network_that_cannot_be_filled_leaves_memory_as_it_was(
    layout: str, change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    tensors = made.alone("unet" if "unet" in made.networks else "transformer")
    victim = sorted(tensors)[len(tensors) // 2]
    whole = tensors.pop(victim)
    if change == "of another shape":
        tensors[victim] = torch.zeros((*whole.shape, 2))
    tensors["unused"] = torch.zeros(2**24)  # 64 MB
    file = save(tmp_path / "harmed.safetensors", tensors)
    opened, store = open_model(file, "abc"), ModelStore(DEVICE)
    gc.collect()
    before = psutil.Process().memory_info().rss
    with pytest.raises(LacksTensor, match=r"harmed.safetensors looks like") as caught:
        store.weights(opened.model, never)
    assert "\n" not in str(caught.value)
    gc.collect()
    assert psutil.Process().memory_info().rss < before + 2**25


@pytest.mark.parametrize(
    ("layout", "name"),
    [
        ("flux-dev", "double_blocks.999999999.img_mod.lin.weight"),
        ("sd-3-medium", "joint_blocks.999999999.x_block.attn.proj.weight"),
        ("sd-3-medium", "joint_blocks.many.x_block.attn.proj.weight"),
    ],
)
def test_names_do_not_make_a_network_endless(
    layout: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    tensors = {**made.alone("transformer"), name: torch.zeros(2)}
    opened = open_model(save(tmp_path / "a.safetensors", tensors), "abc")
    with pytest.raises(LacksTensor, match="it lacks"):
        ModelStore(DEVICE).weights(opened.model, never)


def test_a_pickle_by_its_own_name_is_refused_before_it_is_hashed(tmp_path: Path) -> None:
    (tmp_path / "model.ckpt").write_bytes(pickle.dumps(Harm()))
    with pytest.raises(NodeError, match="is a pickle, which can run code"):
        check_model(tmp_path / "model.ckpt")


def test_an_index_of_pieces_names_nothing_outside_its_folder(tmp_path: Path) -> None:
    made = model("sd-1")
    tiny_models.save_folder(made, tmp_path / "model")
    unet = tmp_path / "model" / "unet"
    index = {"weight_map": {"conv_in.weight": "../../secret.safetensors"}}
    (unet / "diffusion_pytorch_model.safetensors").rename(tmp_path / "secret.safetensors")
    (unet / "diffusion_pytorch_model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(NodeError, match="does not name the files beside it"):
        open_model(tmp_path / "model", "abc")
