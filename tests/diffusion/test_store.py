"""The store: the same networks as diffusers loads, each once, given back when room is short."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import AutoencoderKL, ControlNetModel, UNet2DConditionModel
from safetensors.torch import load_file, save_file
from transformers import CLIPTextModel

from app.diffusion.device import Device
from app.diffusion.loading import refusals
from app.diffusion.loading.config_checks import check_fit
from app.diffusion.loading.folder import Checkpoint, open_checkpoint, open_control_network
from app.diffusion.loading.weights import bytes_needed
from app.diffusion.store import ModelStore
from app.sdk.context import Stopped
from tests import components

CPU = Device(torch.device("cpu"), torch.float32, "CPU")


def never() -> None:
    """Nobody pressed Stop."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    components.build_checkpoint(folder / "model")
    components.build_control_network(folder / "control")
    return folder


@pytest.fixture(scope="module")
def opened(built: Path) -> Checkpoint:
    return open_checkpoint(built / "model", "abc")


@pytest.mark.parametrize(
    ("part", "kind", "folder"),
    [
        ("model", UNet2DConditionModel, "model/unet"),
        ("vae", AutoencoderKL, "model/vae"),
        ("control", ControlNetModel, "control"),
        ("text_model", CLIPTextModel, "model/text_encoder"),
    ],
)
def test_weights_and_structure_are_those_of_from_pretrained(
    built: Path, opened: Checkpoint, part: str, kind: Any, folder: str
) -> None:
    control = open_control_network(built / "control", "abc")
    handle = control if part == "control" else getattr(opened, part)
    found = ModelStore(CPU).weights(handle, never)
    module = found[0].encoder if part == "text_model" else found
    wanted = kind.from_pretrained(built / folder)
    assert repr(module) == repr(wanted.eval())
    _assert_same_numbers(module, wanted)
    assert not module.training
    assert not any(weight.requires_grad for weight in module.parameters())


def test_outputs_equal_those_of_from_pretrained_bit_by_bit(built: Path, opened: Checkpoint) -> None:
    store = ModelStore(CPU)
    ids = torch.arange(components.WINDOW)[None]
    encoder = CLIPTextModel.from_pretrained(built / "model" / "text_encoder")
    wanted_text = encoder(ids).last_hidden_state
    text = store.weights(opened.text_model, never)[0].encoder(ids).last_hidden_state
    assert torch.equal(text, wanted_text)
    noise = torch.randn(2, 4, 8, 8, generator=torch.Generator().manual_seed(1))
    unet = UNet2DConditionModel.from_pretrained(built / "model" / "unet")
    both = (store.weights(opened.model, never), unet)
    first, second = (net(noise, 10, text.expand(2, -1, -1)).sample for net in both)
    assert torch.equal(first, second)
    autoencoder = AutoencoderKL.from_pretrained(built / "model" / "vae")
    mine = store.weights(opened.vae, never).decode(noise).sample
    assert torch.equal(mine, autoencoder.decode(noise).sample)


def test_half_precision_files_are_widened_as_from_pretrained_does(
    built: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(built / "model", tmp_path / "model"))
    file = folder / "unet" / "diffusion_pytorch_model.safetensors"
    save_file({name: value.half() for name, value in load_file(file).items()}, file)
    module = ModelStore(CPU).weights(open_checkpoint(folder, "half").model, never)
    wanted = UNet2DConditionModel.from_pretrained(folder / "unet", dtype=torch.float32)
    _assert_same_numbers(module, wanted)


def test_names_from_older_versions_are_understood(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built / "model", tmp_path / "model"))
    _rename(folder / "text_encoder" / "model.safetensors", lambda name: "text_model." + name)
    old = {".to_q.": ".query.", ".to_k.": ".key.", ".to_v.": ".value.", ".to_out.0.": ".proj_attn."}

    def rename(name: str) -> str:
        for today, before in old.items():
            name = name.replace(today, before)
        return name

    _rename(folder / "vae" / "diffusion_pytorch_model.safetensors", rename)
    store, opened = ModelStore(CPU), open_checkpoint(folder, "old")
    _assert_same_numbers(store.weights(opened.vae, never), components.autoencoder())
    encoder = store.weights(opened.text_model, never)[0].encoder
    _assert_same_numbers(encoder, components.text_encoder(3))


def test_equal_content_is_loaded_once_wherever_it_lies(opened: Checkpoint) -> None:
    store = ModelStore(CPU)
    elsewhere = dataclasses.replace(opened.model.weights, path="/nowhere")
    copy = dataclasses.replace(opened.model, weights=elsewhere)
    assert store.weights(opened.model, never) is store.weights(copy, never)


def test_stop_is_heard_between_tensors(opened: Checkpoint) -> None:
    asked = 0

    def stop_at_ten() -> None:
        nonlocal asked
        asked += 1
        if asked == 10:
            raise Stopped

    store = ModelStore(CPU)
    with pytest.raises(Stopped):
        store.weights(opened.model, stop_at_ten)
    assert store.weights(opened.model, never) is not None


def test_what_was_used_longest_ago_goes_when_room_is_short(opened: Checkpoint) -> None:
    device = _SmallDevice(torch.device("cpu"), torch.float32, "CPU")
    store = ModelStore(device)
    vae = store.weights(opened.vae, never)
    text = store.weights(opened.text_model, never)[0]
    assert store.weights(opened.vae, never) is vae
    device.rooms.append(0)
    store.weights(opened.model, never)
    assert store.weights(opened.vae, never) is vae
    assert store.weights(opened.text_model, never)[0] is not text


def test_freed_networks_are_loaded_again(opened: Checkpoint) -> None:
    store = ModelStore(CPU)
    before = store.weights(opened.vae, never)
    store.free()
    assert store.weights(opened.vae, never) is not before


def test_the_room_that_a_part_takes_is_known_beforehand(built: Path, opened: Checkpoint) -> None:
    module = ModelStore(CPU).weights(opened.model, never)
    taken = sum(value.nelement() * value.element_size() for value in module.state_dict().values())
    assert bytes_needed(opened.model.weights, torch.float32) == taken


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("MPS backend out of memory (MPS allocated: 1.00 GB)"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"),
    ],
)
def test_lack_of_memory_is_explained_with_a_remedy(error: BaseException) -> None:
    message = ModelStore(CPU).explain(error)
    assert message is not None
    assert "not enough memory (CPU): make the picture or the batch smaller" in str(message)


def test_a_lack_of_memory_lets_go_of_the_networks(opened: Checkpoint) -> None:
    store = ModelStore(CPU)
    before = store.weights(opened.vae, never)
    store.explain(MemoryError())
    assert store.weights(opened.vae, never) is not before


def test_lack_of_memory_is_found_behind_other_errors() -> None:
    error = ValueError("decoding failed")
    error.__cause__ = MemoryError()
    assert ModelStore(CPU).explain(error) is not None


def test_other_errors_are_not_explained() -> None:
    assert ModelStore(CPU).explain(RuntimeError("shapes differ")) is None


@pytest.mark.parametrize(
    "error",
    [
        torch.AcceleratorError(
            "CUDA error: an illegal memory access was encountered\nCompile with TORCH_USE_CUDA_DSA"
        ),
        RuntimeError("CUDA error: device-side assert triggered"),
        RuntimeError("HIP error: unspecified launch failure"),
    ],
)
def test_a_device_that_an_error_took_away_is_told_with_the_way_to_have_it_back(
    error: RuntimeError,
) -> None:
    store = ModelStore(CPU)
    outer = ValueError("the step failed")
    outer.__cause__ = error
    said = str(store.explain(outer))
    assert "process of its own" in said
    assert "TORCH_USE" not in said
    assert store.is_lost
    assert store.device() == "CPU"


def test_errors_that_spare_the_device_do_not_count_as_its_end() -> None:
    store = ModelStore(CPU)
    for text in ("CUDA error: invalid argument", "illegal instruction in a prompt"):
        assert store.explain(RuntimeError(text)) is None
    assert not store.is_lost


def test_a_real_lack_of_memory_is_recognized() -> None:
    with pytest.raises(RuntimeError) as caught:
        torch.empty(2**60, dtype=torch.uint8)
    assert ModelStore(CPU).explain(caught.value) is not None


def test_weights_that_misfit_their_config_are_refused(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built / "model", tmp_path / "model"))
    file = folder / "unet" / "diffusion_pytorch_model.safetensors"
    tensors = load_file(file)
    tensors["conv_in.weight"] = tensors["conv_in.weight"][:8].clone()
    save_file(tensors, file)
    opened = open_checkpoint(folder, "misfit")
    with pytest.raises(refusals.WrongWeights, match=r"conv_in.weight has shape \[8, 4, 3, 3\]"):
        ModelStore(CPU).weights(opened.model, never)
    del tensors["conv_in.weight"]
    save_file(tensors, file)
    with pytest.raises(refusals.WrongWeights, match=r"it lacks conv_in\.weight"):
        ModelStore(CPU).weights(opened.model, never)


def test_a_config_that_builds_no_network_is_refused(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built / "model", tmp_path / "model"))
    config = folder / "unet" / "config.json"
    config.write_text(config.read_text().replace("CrossAttnDownBlock2D", "NoSuchBlock"))
    opened = open_checkpoint(folder, "odd")
    with pytest.raises(refusals.DamagedConfig, match="NoSuchBlock"):
        ModelStore(CPU).weights(opened.model, never)


def test_a_tokenizer_in_the_older_files_is_read(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built / "model", tmp_path / "model"))
    whole = folder / "tokenizer" / "tokenizer.json"
    model = json.loads(whole.read_text(encoding="utf-8"))["model"]
    (folder / "tokenizer" / "vocab.json").write_text(json.dumps(model["vocab"]))
    merges = ["#version: 0.2", *(" ".join(pair) for pair in model["merges"])]
    (folder / "tokenizer" / "merges.txt").write_text("\n".join(merges), encoding="utf-8")
    whole.unlink()
    handle = open_checkpoint(folder, "old").text_model
    found = ModelStore(CPU).weights(handle, never)[0].tokenizer
    text = "the red cat's house, 12 dogs"
    assert found(text).input_ids == components.tokenizer()(text).input_ids


def test_a_tokenizer_without_vocabulary_is_refused(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built / "model", tmp_path / "model"))
    for content in ("", "{", "{}"):
        (folder / "tokenizer" / "tokenizer.json").write_text(content)
        with pytest.raises(refusals.DamagedConfig, match="tokenizer"):
            ModelStore(CPU).weights(open_checkpoint(folder, content).text_model, never)
    (folder / "tokenizer" / "tokenizer.json").unlink()
    with pytest.raises(refusals.DamagedConfig, match="tokenizer"):
        ModelStore(CPU).weights(open_checkpoint(folder, "none").text_model, never)


def test_a_control_network_must_speak_the_models_width(built: Path, opened: Checkpoint) -> None:
    store = ModelStore(CPU)
    unet = store.weights(opened.model, never)
    check_fit(unet, store.weights(open_control_network(built / "control", "abc"), never))
    other = ControlNetModel(**components.CONTROL | {"cross_attention_dim": 64})
    with pytest.raises(refusals.MisfitControlNetwork, match="width 64, but the model uses 32"):
        check_fit(unet, other)


@dataclasses.dataclass(frozen=True)
class _SmallDevice(Device):
    """A processor that reports the free memory in ``rooms``, then plenty."""

    rooms: list[int] = dataclasses.field(default_factory=list)

    def free_memory(self) -> int:
        """The next of ``rooms``."""
        return self.rooms.pop(0) if self.rooms else 2**40


def _rename(file: Path, rename: Any) -> None:
    save_file({rename(name): value for name, value in load_file(file).items()}, file)


def _assert_same_numbers(module: torch.nn.Module, wanted: torch.nn.Module) -> None:
    found = dict([*module.named_parameters(), *module.named_buffers()])
    expected = dict([*wanted.named_parameters(), *wanted.named_buffers()])
    assert found.keys() == expected.keys()
    assert all(torch.equal(found[name], value) for name, value in expected.items())
    assert all(found[name].dtype == value.dtype for name, value in expected.items())
