"""The loaders on single files: they give the same pictures as folders with the same weights."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.checkpoints.refusals import (
    LacksEncoder,
    NeedsGguf,
    NoTokenizer,
    NoTokenizerFolder,
    WhoseVae,
)
from app.diffusion.loading.refusals import NotAModelFolder
from app.sdk import NodeError, ValueType
from nodes.load_control_net import LoadControlNet
from nodes.load_model import LoadModel
from nodes.load_text_encoders import LoadTextEncoders
from nodes.load_vae import LoadVAE
from nodes.text_encoder import TextEncoder
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import assert_holds, model, save
from tests.diffusion.tiny_models import TinyModel
from tests.nodes.model_context import ModelContext, context_over


@cache
def speaking(layout: str) -> TinyModel:
    """A tiny model whose text encoders know all words of CLIP."""
    return tiny_models.build(layout, words=49408)


@pytest.fixture
def shelf(tmp_path: Path) -> ModelContext:
    return context_over(tmp_path)


def modules(context: ModelContext, parts: Any) -> list[torch.nn.Module]:
    """All networks behind the handles of LoadModel."""
    texts = [encoding.encoder for encoding in context.weights(parts.text_model)]
    return [context.weights(parts.model), context.weights(parts.vae), *texts]


@pytest.mark.parametrize("layout", ["sd-1", "sd-2", "sdxl", "sdxl-refiner"])
def test_a_file_is_the_folder_with_the_same_weights(
    layout: str, shelf: ModelContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = speaking(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    tiny_models.save_folder(made, tmp_path / "folder")
    save(tmp_path / "file.safetensors", made.whole())
    folder = LoadModel(model=str(tmp_path / "folder")).run(shelf)
    file = LoadModel(model=str(tmp_path / "file.safetensors")).run(shelf)
    assert file.model.schedule == folder.model.schedule
    assert replace(file.model, weights=folder.model.weights) == folder.model
    for one, other in zip(modules(shelf, file), modules(shelf, folder), strict=True):
        assert_holds(one, other.state_dict())
    texts = [
        TextEncoder(text_model=parts.text_model, text="a (red:1.2) house").run(shelf)
        for parts in (folder, file)
    ]
    first, second = (said.conditioning for said in texts)
    assert torch.equal(first.embeddings, second.embeddings)
    assert first.pooled is None or torch.equal(first.pooled, second.pooled)


def test_a_model_is_put_together_from_files(
    shelf: ModelContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    for part in made.networks:
        save(tmp_path / f"{part}.safetensors", made.alone(part))
    opened = LoadModel(model=str(tmp_path / "transformer.safetensors")).run(shelf)
    vae = LoadVAE(vae=str(tmp_path / "vae.safetensors"), family="Flux").run(shelf)
    names = {"first": "text_encoder_2", "second": "text_encoder"}
    chosen = {key: str(tmp_path / f"{part}.safetensors") for key, part in names.items()}
    (tmp_path / "t5").mkdir()
    loader = LoadTextEncoders(family="Flux", **chosen, t5_tokenizer=str(tmp_path / "t5"))
    texts = loader.run(shelf).text_model
    assert opened.model.weights.family == vae.weights.family == texts.weights.family == "Flux"
    assert texts.more[0].content == "content of text_encoder_2.safetensors content of t5"
    assert_holds(shelf.weights(vae), made.networks["vae"].state_dict())


def test_what_is_missing_for_text_is_said(
    shelf: ModelContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    whole = save(tmp_path / "whole.safetensors", made.whole())
    clip = save(tmp_path / "clip.safetensors", made.alone("text_encoder"))
    with pytest.raises(NodeError, match="No text encoder is chosen"):
        LoadTextEncoders.check({"first": "", "second": " ", "third": ""})
    with pytest.raises(LacksEncoder, match="Flux needs T5"):
        LoadTextEncoders(family="Flux", first=str(clip)).run(shelf)
    with pytest.raises(NoTokenizerFolder, match="There is no folder"):
        LoadModel(model=str(whole), t5_tokenizer=str(tmp_path / "gone")).run(shelf)
    with pytest.raises(NoTokenizer, match="under T5 Tokenizer"):
        shelf.weights(LoadModel(model=str(whole)).run(shelf).text_model)


def test_the_family_of_a_vae_is_asked_for_and_described(
    shelf: ModelContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("sdxl")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = str(save(tmp_path / "vae.safetensors", made.alone("vae")))
    with pytest.raises(WhoseVae, match="choose its family"):
        LoadVAE(vae=file).run(shelf)
    assert LoadVAE(vae=file, family="SDXL").run(shelf).weights.family == "SDXL"
    known = {"vae": ValueType("ModelName").with_traits(family="SDXL refiner")}
    described = [LoadVAE.describe({"family": name}, known) for name in ("automatic", "SD 3")]
    assert [kinds["vae"].trait("family") for kinds in described] == ["SDXL", "SD 3"]


def test_the_family_of_text_encoders_is_the_chosen_one() -> None:
    (kind,) = LoadTextEncoders.describe({"family": "SD 3"}, {}).values()
    assert kind.trait("family") == "SD 3"


def test_a_control_network_in_a_file_is_opened(
    shelf: ModelContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model("controlnet-sdxl")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "lines.safetensors", made.whole())
    network = LoadControlNet(network=str(file)).run(shelf)
    assert network.weights.family == "SDXL"
    assert_holds(shelf.weights(network), made.networks["controlnet"].state_dict())


def test_parts_are_not_taken_from_any_folder(shelf: ModelContext, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotAModelFolder, match="is not a VAE"):
        LoadVAE(vae=str(tmp_path / "empty")).run(shelf)
    with pytest.raises(NotAModelFolder, match="is not a text encoder"):
        LoadTextEncoders(first=str(tmp_path / "empty")).run(shelf)


def test_gguf_needs_its_package(
    shelf: ModelContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gguf = pytest.importorskip("gguf")
    made = model("flux-dev")
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    writer = gguf.GGUFWriter(tmp_path / "a.gguf", "flux")
    for name, tensor in made.alone("transformer").items():
        writer.add_tensor(name, tensor.numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    assert LoadModel(model=str(tmp_path / "a.gguf")).run(shelf).model.weights.family == "Flux"
    monkeypatch.setattr("app.diffusion.checkpoints.gguf_files.find_spec", lambda name: None)
    with pytest.raises(NeedsGguf, match="pip install"):
        LoadModel(model=str(tmp_path / "a.gguf")).run(shelf)
