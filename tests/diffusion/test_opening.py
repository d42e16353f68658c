"""Handles to models in single files, of every layout, and to parts in files of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from app.diffusion.checkpoints.autoencoders import open_vae
from app.diffusion.checkpoints.encoders import Found, open_text_model
from app.diffusion.checkpoints.layouts import CONFIGS
from app.diffusion.checkpoints.opening import open_control, open_model, with_prediction
from app.diffusion.checkpoints.refusals import (
    FixedPrediction,
    LacksEncoder,
    LacksPart,
    NotItsEncoder,
    NoTokenizer,
    NoTokenizerFile,
    UnknownFile,
    WhoseVae,
)
from app.diffusion.device import Device
from app.diffusion.loading.tokenizers import load_tokenizer
from app.diffusion.store import ModelStore
from app.sdk.families import latents_of
from app.sdk.fingerprint import fingerprint
from app.sdk.models import Weights
from tests.diffusion import tiny_models
from tests.diffusion.file_bench import CPU, assert_holds, model, never, save, wanted_state
from tests.tiny_transformers import t5_tokenizer

LAYOUTS = sorted(file.parent.name for file in CONFIGS.glob("*/model_index.json"))
DEVICE = Device(CPU, torch.float32, "CPU")


@pytest.fixture
def configs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Layouts of tiny models, one for each family."""
    chosen = ("flux-dev", "sd-1", "sd-2", "sd-3-medium", "sdxl", "sdxl-refiner")
    return tiny_models.describe(tmp_path / "configs", monkeypatch, *map(model, chosen))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_whole_file_gives_handles_of_its_family(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    file = save(tmp_path / "whole.safetensors", made.whole())
    opened = open_model(file, "abc")
    assert opened.model.weights.family == made.family
    assert opened.vae.weights.family == latents_of(made.family)
    handles = [opened.model.weights, opened.vae.weights, *opened.text_model.encoders]
    assert {handle.part for handle in handles} == set(made.networks)
    store = ModelStore(DEVICE)
    assert_holds(store.weights(opened.vae, never), wanted_state(made, "vae"))


def test_the_place_of_a_file_does_not_count(configs: Path, tmp_path: Path) -> None:
    tensors = model("sd-1").whole()
    one = save(tmp_path / "one.safetensors", tensors)
    other = save(tmp_path / "other.safetensors", tensors)
    assert fingerprint(open_model(one, "abc")) == fingerprint(open_model(other, "abc"))


def test_what_a_file_lacks_is_said_when_it_is_used(configs: Path, tmp_path: Path) -> None:
    bare = save(tmp_path / "bare.safetensors", model("flux-dev").alone("transformer"))
    opened, store = open_model(bare, "abc"), ModelStore(DEVICE)
    store.weights(opened.model, never)
    with pytest.raises(LacksPart, match=r"holds no VAE: load one .* with Load VAE"):
        store.weights(opened.vae, never)
    with pytest.raises(LacksPart, match=r"holds no CLIP-L: .* with Load Text Encoders"):
        store.weights(opened.text_model, never)


def test_sd3_does_without_t5(configs: Path, tmp_path: Path) -> None:
    tensors = model("sd-3-medium").whole()
    without = {name: tensor for name, tensor in tensors.items() if "t5xxl" not in name}
    opened = open_model(save(tmp_path / "a.safetensors", without), "abc")
    assert [handle.part for handle in opened.text_model.encoders] == [
        "text_encoder",
        "text_encoder_2",
    ]


def test_what_trainers_noted_of_a_network_is_heard(configs: Path, tmp_path: Path) -> None:
    marks = {"v_pred": torch.empty(0), "ztsnr": torch.empty(0)}
    file = save(tmp_path / "v.safetensors", {**model("sdxl").whole(), **marks})
    schedule = json.loads(open_model(file, "abc").model.schedule)
    assert schedule["prediction_type"] == "v_prediction"
    assert schedule["rescale_betas_zero_snr"]
    tensors = {name: tensor.contiguous() for name, tensor in model("sd-2").whole().items()}
    save_file(tensors, tmp_path / "e.safetensors", {"modelspec.prediction_type": "epsilon"})
    opened = open_model(tmp_path / "e.safetensors", "abc")
    assert json.loads(opened.model.schedule)["prediction_type"] == "epsilon"


def test_the_user_may_say_what_a_network_predicts(configs: Path, tmp_path: Path) -> None:
    opened = open_model(save(tmp_path / "a.safetensors", model("sd-2").whole()), "abc")
    assert json.loads(opened.model.schedule)["prediction_type"] == "v_prediction"
    changed = with_prediction(opened, "epsilon")
    assert json.loads(changed.model.schedule)["prediction_type"] == "epsilon"
    flow = open_model(save(tmp_path / "b.safetensors", model("flux-dev").whole()), "abc")
    with pytest.raises(FixedPrediction, match="always predicts the flow"):
        with_prediction(flow, "epsilon")


@pytest.mark.parametrize(
    ("layout", "files"),
    [
        ("sd-1", ["text_encoder"]),
        ("sd-2", ["text_encoder"]),
        ("sdxl", ["text_encoder_2", "text_encoder"]),
        ("sdxl-refiner", ["text_encoder_2"]),
        ("sd-3-medium", ["text_encoder_3", "text_encoder", "text_encoder_2"]),
        ("sd-3-medium", ["text_encoder_2", "text_encoder"]),
        ("flux-dev", ["text_encoder_2", "text_encoder"]),
    ],
)
def test_text_encoders_are_put_in_the_order_of_their_family(
    layout: str, files: list[str], configs: Path, tmp_path: Path
) -> None:
    made = model(layout)
    chosen = [
        Found(save(tmp_path / f"{part}.safetensors", made.alone(part)), part) for part in files
    ]
    opened = open_text_model(chosen, made.family)
    assert [handle.part for handle in opened.encoders] == sorted(files)
    assert [handle.content for handle in opened.encoders] == sorted(files)


def test_text_encoders_are_taken_from_a_whole_file_and_from_folders(
    configs: Path, tmp_path: Path
) -> None:
    made = model("flux-dev")
    whole = Found(save(tmp_path / "a.safetensors", made.whole()), "whole")
    assert len(open_text_model([whole], "Flux").encoders) == 2
    made.networks["text_encoder"].save_pretrained(tmp_path / "clip")
    made.networks["text_encoder_2"].save_pretrained(tmp_path / "t5")
    folders = [Found(tmp_path / "t5", "t5"), Found(tmp_path / "clip", "clip")]
    opened = open_text_model(folders, "Flux")
    assert [handle.content for handle in opened.encoders] == ["clip", "t5"]


def test_missing_and_wrong_text_encoders_are_named(configs: Path, tmp_path: Path) -> None:
    made = model("flux-dev")
    clip = Found(save(tmp_path / "clip.safetensors", made.alone("text_encoder")), "clip")
    vae = Found(save(tmp_path / "vae.safetensors", made.alone("vae")), "vae")
    with pytest.raises(LacksEncoder, match="Flux needs T5, too"):
        open_text_model([clip], "Flux")
    with pytest.raises(NotItsEncoder, match="no text encoder of SDXL: those are CLIP-L, CLIP-G"):
        open_text_model([vae], "SDXL")


def test_the_tokenizer_of_clip_comes_along(configs: Path, tmp_path: Path) -> None:
    made = model("sdxl")
    opened = open_model(save(tmp_path / "a.safetensors", made.whole()), "abc")
    first, second = map(load_tokenizer, opened.text_model.encoders)
    settings = {"padding": "max_length", "max_length": 8}
    assert first("a photo", **settings).input_ids == [49406, 320, 1125, *[49407] * 5]
    assert second("a photo", **settings).input_ids == [49406, 320, 1125, 49407, *[0] * 4]


def test_the_tokenizer_of_t5_is_asked_for(configs: Path, tmp_path: Path) -> None:
    file = save(tmp_path / "t5.safetensors", model("flux-dev").alone("text_encoder_2"))
    with pytest.raises(NoTokenizer, match=r"name a folder that holds its tokenizer.json"):
        load_tokenizer(Weights("text_encoder_2", "abc", "Flux", str(file)))


def test_the_tokenizer_of_t5_is_read_from_a_folder(configs: Path, tmp_path: Path) -> None:
    file = save(tmp_path / "t5.safetensors", model("flux-dev").alone("text_encoder_2"))
    own = t5_tokenizer()
    own.save_pretrained(tmp_path / "flux" / "tokenizer_2")
    (tmp_path / "flux" / "tokenizer_2" / "tokenizer_config.json").unlink()
    for folder in (tmp_path / "flux", tmp_path / "flux" / "tokenizer_2"):
        handle = Weights("text_encoder_2", "abc", "Flux", str(file), str(folder))
        assert load_tokenizer(handle)("a red cat").input_ids == own("a red cat").input_ids
    empty = Weights("text_encoder_2", "abc", "Flux", str(file), str(tmp_path))
    with pytest.raises(NoTokenizerFile, match=r"holds no tokenizer\.json"):
        load_tokenizer(empty)


def test_a_tokenizer_beside_counts_as_content(configs: Path, tmp_path: Path) -> None:
    file = save(tmp_path / "a.safetensors", model("flux-dev").whole())
    one = open_model(file, "abc", Found(tmp_path / "one", "1")).text_model
    moved = open_model(file, "abc", Found(tmp_path / "moved", "1")).text_model
    other = open_model(file, "abc", Found(tmp_path / "one", "2")).text_model
    assert fingerprint(one) == fingerprint(moved) != fingerprint(other)
    assert one.weights.content == "abc"  # CLIP's own


@pytest.mark.parametrize("layout", ["sd-1", "sd-2", "sdxl", "sdxl-refiner", "sd-3-medium"])
def test_the_vae_of_a_whole_file_is_of_its_family(
    layout: str, configs: Path, tmp_path: Path
) -> None:
    made = model(layout)
    vae = open_vae(save(tmp_path / "whole.safetensors", made.whole()), "abc")
    assert vae.weights.family == latents_of(made.family)
    assert vae.channels == (16 if made.family == "SD 3" else 4)
    assert vae.factor == 8


def test_the_family_of_a_bare_vae_is_asked_for(configs: Path, tmp_path: Path) -> None:
    file = save(tmp_path / "vae.safetensors", model("sdxl").alone("vae"))
    with pytest.raises(WhoseVae, match="could be the VAE of SD 1, SD 2, SDXL"):
        open_vae(file, "abc")
    module = ModelStore(DEVICE).weights(open_vae(file, "abc", "SDXL"), never)
    assert module.config.scaling_factor == 0.13025
    with pytest.raises(UnknownFile, match="not a VAE that can be used here"):
        open_vae(file, "abc", "Flux")


def test_the_family_of_a_vae_in_a_folder_is_told_by_its_scale(
    configs: Path, tmp_path: Path
) -> None:
    for layout, family in (("sd-1", "SD 1"), ("sdxl", "SDXL"), ("flux-dev", "Flux")):
        made = model(layout)
        made.networks["vae"].save_pretrained(tmp_path / layout)
        vae = open_vae(tmp_path / layout, "abc")
        assert vae.weights.family == family
        assert_holds(ModelStore(DEVICE).weights(vae, never), wanted_state(made, "vae"))


@pytest.mark.parametrize(
    ("layout", "family", "kinds"),
    [
        ("controlnet-sd-1", "SD 1", 0),
        ("controlnet-union-sdxl", "SDXL", 4),
        ("controlnet-flux-dev", "Flux", 5),
        ("controlnet-sd-3-medium", "SD 3", 0),
    ],
)
def test_a_control_network_tells_its_family_and_its_kinds(
    layout: str, family: str, kinds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = model(layout)
    tiny_models.describe(tmp_path / "configs", monkeypatch, made)
    network = open_control(save(tmp_path / "a.safetensors", made.whole()), "abc")
    assert (network.weights.family, network.kinds) == (family, kinds)
