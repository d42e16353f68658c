"""Models from single files: patched, saved as folders, and opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from nodes.load_model import LoadModel
from nodes.lora import LoRA
from nodes.save_model import SaveModel
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import assert_holds, save
from tests.diffusion.patches.lora_bench import file_of, kohya, pairs
from tests.nodes.model_context import context_over
from tests.nodes.test_patches import Saving


@pytest.mark.parametrize("layout", ["sd-1", "sdxl"])
def test_a_patched_single_file_becomes_a_folder(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tiny_models.build(layout, words=49408)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    save(tmp_path / "file.safetensors", made.whole())
    factors = pairs(made.networks["unet"], lambda layer: layer.endswith(("to_q", "conv1")))
    lora = file_of(tmp_path, kohya("lora_unet_", factors))
    context = context_over(tmp_path)
    saving = Saving(context.shelf, context.store, tmp_path / "out")
    opened = LoadModel(model=str(tmp_path / "file.safetensors")).run(saving)
    patched = LoRA(model=opened.model, text_model=None, lora=str(lora)).run(saving).model
    node = SaveModel(model=patched, text_model=opened.text_model, vae=opened.vae, precision="full")
    node.run(saving)
    again = LoadModel(model=str(tmp_path / "out" / "model 001")).run(saving)
    wanted = {name: tensor.clone() for name, tensor in saving.weights(patched).state_dict().items()}
    assert_holds(saving.weights(again.model), wanted)
    assert_holds(saving.weights(again.vae), saving.weights(opened.vae).state_dict())
    encoders = zip(saving.weights(again.text_model), saving.weights(opened.text_model), strict=True)
    for one, other in encoders:
        assert_holds(one.encoder, other.encoder.state_dict())
        assert one.tokenizer("a red house").input_ids == other.tokenizer("a red house").input_ids
