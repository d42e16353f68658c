"""LoRAs that were made for something else, or to do harm: one sentence, and nothing has changed."""

from __future__ import annotations

import json
import pickle
import struct
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import torch
from safetensors.torch import save_file

from app.diffusion.device import Device
from app.diffusion.loading.folder import Checkpoint, open_checkpoint
from app.diffusion.loading.refusals import PickledWeights
from app.diffusion.patches.adding import add_lora
from app.diffusion.patches.lora_files import NotALoRA
from app.diffusion.patches.refusals import NoNumbers, NothingFits, OtherFamily, WrongShape
from app.diffusion.store import ModelStore
from app.sdk.errors import NodeError
from app.sdk.models import Model
from app.sdk.weight_heads import UnreadableHead
from tests import components
from tests.diffusion.patches.lora_bench import (
    Pairs,
    assert_equal_weights,
    file_of,
    kohya,
    never,
    pairs,
    peft,
)

CPU = Device(torch.device("cpu"), torch.float32, "CPU")
BOTH = (1.0, 1.0)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    folder = tmp_path_factory.mktemp("hostile") / "model"
    return open_checkpoint(components.build_checkpoint(folder), "hostile")


def queries() -> Pairs:
    return pairs(components.unet(), lambda layer: layer.endswith("to_q"))


def add(opened: Checkpoint, path: Path) -> Model:
    return add_lora(opened.model, opened.text_model, path, "content", BOTH, ())[0]


def refused(opened: Checkpoint, path: Path, kind: type[NodeError], words: str) -> None:
    """One sentence that says which file, and the words."""
    with pytest.raises(kind, match=words) as caught:
        add(opened, path)
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_lora_of_another_family_names_both(opened: Checkpoint, tmp_path: Path) -> None:
    wide = {"down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k": (2048, 640)}
    factors = {
        layer: (torch.zeros(2, down), torch.zeros(up, 2)) for layer, (down, up) in wide.items()
    }
    path = file_of(tmp_path, kohya("lora_unet_", factors))
    refused(opened, path, OtherFamily, "was made for SDXL, but the model is SD 1")


def test_a_lora_that_matches_nothing_says_how_much(opened: Checkpoint, tmp_path: Path) -> None:
    odd = {f"blocks.{n}.nothing": (torch.zeros(2, 4), torch.zeros(4, 2)) for n in range(7)}
    path = file_of(tmp_path, peft("unet", odd))
    refused(opened, path, NothingFits, "None of the 7 layers in .* is one of this SD 1 model")


@pytest.mark.parametrize("grow", ["down", "up", "rank", "both"])
def test_layers_of_another_size_are_refused(opened: Checkpoint, tmp_path: Path, grow: str) -> None:
    down, up = next(iter(queries().values()))
    more = {
        "down": (torch.zeros(3, down.shape[1] + 1), up),
        "up": (down, torch.zeros(up.shape[0] * 2, 3)),
        "rank": (torch.zeros(4, down.shape[1]), up),
        "both": (torch.zeros(1, 60000), torch.zeros(60000, 1)),
    }[grow]
    path = file_of(tmp_path, peft("unet", {next(iter(queries())): more}))
    refused(opened, path, WrongShape, "does not fit weights of shape")


def test_an_absurd_product_is_never_made(opened: Checkpoint, tmp_path: Path) -> None:
    layer = "lora_unet_" + next(iter(queries())).replace(".", "_")
    sides = {f"{layer}.lokr_w1": torch.zeros(3000, 3000), f"{layer}.lokr_w2": torch.zeros(3000, 9)}
    before = psutil.Process().memory_info().rss
    refused(opened, file_of(tmp_path, sides), WrongShape, "does not fit weights of shape")
    assert psutil.Process().memory_info().rss - before < 2**28


@pytest.mark.parametrize("poison", [float("nan"), float("inf")])
@pytest.mark.parametrize("place", ["down", "alpha"])
def test_numbers_that_are_none_leave_the_network_as_it_was(
    opened: Checkpoint, tmp_path: Path, place: str, poison: float
) -> None:
    store = ModelStore(CPU)
    tensors = kohya("lora_unet_", queries())
    name = [name for name in tensors if place in name][3]
    tensors[name] = tensors[name] * poison
    model = add(opened, file_of(tmp_path, tensors))
    for _ in range(2):
        with pytest.raises(NoNumbers, match=r"is broken: .*to_q.* not finite"):
            store.weights(model, never)
    assert_equal_weights(store.weights(opened.model, never), components.unet().state_dict())


def test_a_pickle_is_never_opened(opened: Checkpoint, tmp_path: Path) -> None:
    ran = tmp_path / "ran"

    class Harm:
        def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
            return Path.touch, (ran,)

    for name, kind, words in (
        ("lora.pt", PickledWeights, "is a pickle"),
        ("lora.safetensors", UnreadableHead, "damaged or no weight file"),
    ):
        path = tmp_path / name
        path.write_bytes(pickle.dumps(Harm()))
        refused(opened, path, kind, words)
    assert not ran.exists()


DUNDERS = ("__class__.lora_A.weight", "unet.__init__.__globals__.lora_A.weight", "..lora_A.weight")


def test_names_that_mean_something_to_python_are_only_names(
    opened: Checkpoint, tmp_path: Path
) -> None:
    tensors = peft("unet", queries())
    for name in DUNDERS:
        tensors[name] = torch.zeros(2, 2)
        tensors[name.replace("_A", "_B")] = torch.zeros(2, 2)
    path = file_of(tmp_path, tensors)
    _, _, report = add_lora(opened.model, None, path, "content", BOTH, ())
    assert "3 layers match nothing" in report
    wanted = add(opened, file_of(tmp_path, peft("unet", queries())))
    assert ModelStore(CPU).weights(wanted, never) is not None


def test_a_file_that_is_no_lora_says_what_it_is(opened: Checkpoint, tmp_path: Path) -> None:
    path = tmp_path / "other.safetensors"
    save_file(dict(components.autoencoder().state_dict()), path)
    refused(opened, path, NotALoRA, "holds no LoRA")


def test_a_folder_without_a_lora_is_refused(opened: Checkpoint, tmp_path: Path) -> None:
    refused(opened, tmp_path, NotALoRA, "there is no adapter_model.safetensors")


def test_a_head_that_lies_is_refused(opened: Checkpoint, tmp_path: Path) -> None:
    head = {"a.lora_A.weight": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 2**40]}}
    text = json.dumps(head).encode()
    path = tmp_path / "lies.safetensors"
    path.write_bytes(struct.pack("<Q", len(text)) + text)
    refused(opened, path, UnreadableHead, "cut off")


def test_alphas_of_peft_that_are_none_do_not_count(opened: Checkpoint, tmp_path: Path) -> None:
    notes = '{"lora_alpha": "NaN", "r": [], "alpha_pattern": 7, "x": {"y": ' + "[" * 99 + "]" * 99
    path = file_of(tmp_path, peft("unet", queries()), lora_adapter_metadata=notes)
    found = ModelStore(CPU).weights(add(opened, path), never)
    wanted = components.unet().state_dict()
    for layer, (down, up) in queries().items():
        wanted[f"{layer}.weight"] = wanted[f"{layer}.weight"] + up @ down
    assert_equal_weights(found, wanted)
