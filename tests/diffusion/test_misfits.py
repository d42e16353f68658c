"""What does not belong together is refused in one sentence that names both sides."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.checkpoints.opening import open_model
from app.diffusion.device import Device
from app.diffusion.loading import refusals
from app.diffusion.loading.folder import open_control_network
from app.diffusion.store import ModelStore
from app.diffusion.video.motion import animated
from app.sdk import Latent, Model, MotionAdapter, Weights
from app.sdk.errors import NodeError
from nodes.picture_size import HalfASize, PictureSize
from tests import tiny_folders
from tests.diffusion import workbench
from tests.diffusion.beds import REFINER, SD1, SD2, XL, Bed
from tests.diffusion.led import Applied, chain


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny folders of every family that is here."""
    return tiny_folders.build(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def base(built: Path, tmp_path: Path) -> Path:
    """A copy of an SDXL folder, to be harmed."""
    name = "stable-diffusion-xl-base-1.0"
    return Path(shutil.copytree(built / name, tmp_path / name))


def opened(path: Path) -> Any:
    """The handles of a folder."""
    return open_model(path, "abc")


def refusal(bed: Bed, **settings: Any) -> str:
    """The sentence that a Sampler refuses something with."""
    with pytest.raises(NodeError) as caught:
        bed.made(**settings)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_control_network_of_another_family() -> None:
    sentence = refusal(XL, control=chain(SD1, Applied()))
    assert "The ControlNet is for SD 1, but the model is SDXL" in sentence


def test_a_latent_of_another_scale() -> None:
    latent = Latent(torch.zeros(1, 4, 16, 16), "SD 1", factor=4)
    sentence = refusal(SD1, latent=latent, steps=1)
    assert sentence.startswith("The latent is 4 times smaller than its picture, but this model")
    assert "8 times smaller: encode the picture with the VAE of this model." in sentence


def test_a_control_network_for_words_of_another_width() -> None:
    wide = replace(SD2, width=64)
    sentence = refusal(SD2, control=chain(wide, Applied()))
    assert "made for text of width 64, but the model uses 32" in sentence


def test_the_refiner_with_a_prompt_of_the_base() -> None:
    sentence = refusal(REFINER, latent=XL.encoded(), positive=XL.conditioning(1))
    assert "The prompt is for SDXL, but the model is SDXL refiner" in sentence


def test_a_prompt_without_the_second_text_encoder() -> None:
    alone = replace(XL.conditioning(1), pooled=None)
    assert "without the second text encoder" in refusal(XL, positive=alone)


def test_a_latent_of_sixteen_channels_for_an_autoencoder_of_four() -> None:
    latent = Latent(torch.zeros(1, 16, 8, 8), "SD 3")
    with pytest.raises(NodeError, match="for SD 3 with 16 channels, but the VAE is for SDXL"):
        XL.pixels(latent)


def test_a_latent_of_another_family() -> None:
    assert "The latent is for SD 1, but the model is SDXL" in refusal(XL, latent=SD1.encoded())


def test_half_a_size() -> None:
    parameters = {"original": (1024, 0), "target": (0, 0)}
    with pytest.raises(HalfASize, match="original is 1024 x 0: give both sides"):
        PictureSize.check(parameters)


@pytest.mark.parametrize(
    ("name", "family", "encoders"),
    [
        ("stable-diffusion-2-1", "SD 2", ["text_encoder"]),
        ("LCM_Dreamshaper_v7", "SD 1", ["text_encoder"]),
        ("stable-diffusion-xl-base-1.0", "SDXL", ["text_encoder", "text_encoder_2"]),
        ("stable-diffusion-xl-refiner-1.0", "SDXL refiner", ["text_encoder_2"]),
        ("sdxl-turbo", "SDXL", ["text_encoder", "text_encoder_2"]),
    ],
)
def test_a_folder_tells_its_family(
    built: Path, name: str, family: str, encoders: list[str]
) -> None:
    found = opened(built / name)
    assert found.model.weights.family == found.text_model.weights.family == family
    assert [encoder.part for encoder in found.text_model.encoders] == encoders
    assert found.vae.weights.family == {"SDXL refiner": "SDXL"}.get(family, family)


def test_a_folder_tells_that_it_takes_the_guidance_as_a_number(built: Path) -> None:
    assert opened(built / "LCM_Dreamshaper_v7").model.distilled
    assert not opened(built / "sdxl-turbo").model.distilled


@pytest.mark.parametrize("named", [None, [None, None]])
def test_a_folder_without_the_second_text_encoder(base: Path, named: Any) -> None:
    edit(base / "model_index.json", text_encoder_2=named)
    with pytest.raises(refusals.DamagedConfig, match="it names no text_encoder_2"):
        opened(base)


def test_a_network_that_is_told_other_numbers_than_its_encoder_gives(base: Path) -> None:
    edit(base / "unet" / "config.json", projection_class_embeddings_input_dim=99)
    with pytest.raises(refusals.DamagedConfig, match="takes 99 numbers beside the words"):
        opened(base)


@pytest.mark.parametrize("count", [0, -1, "many", True, 1000])
def test_a_union_of_an_impossible_number(built: Path, tmp_path: Path, count: Any) -> None:
    folder = tmp_path / "union"
    shutil.copytree(built / "controlnet-canny-sdxl-1.0", folder)
    edit(folder / "config.json", _class_name="ControlNetUnionModel", num_control_type=count)
    with pytest.raises(refusals.DamagedConfig, match="num_control_type"):
        open_control_network(folder, "abc")


def test_a_union_says_how_many_kinds_it_serves(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "union"
    shutil.copytree(built / "controlnet-canny-sdxl-1.0", folder)
    assert open_control_network(folder, "abc").kinds == 0
    edit(folder / "config.json", _class_name="ControlNetUnionModel", num_control_type=8)
    assert open_control_network(folder, "abc").kinds == 8
    edit(folder / "config.json", controlnet_conditioning_channel_order="bgr")
    with pytest.raises(refusals.DamagedConfig, match="bgr"):
        open_control_network(folder, "abc")


def edit(file: Path, **changes: Any) -> None:
    """Change some keys of a JSON file."""
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def test_prompts_of_a_refiner_do_not_need_the_base() -> None:
    made = REFINER.made(latent=workbench.empty(), steps=2)
    assert made[-1].shape == (1, 3, 64, 64)


@pytest.mark.parametrize("family", ["SD 3", "Flux", "SVD"])
def test_motion_layers_for_a_network_that_takes_none(family: str) -> None:
    model = Model(Weights("unet", "abc", family), "{}")
    layers = MotionAdapter(Weights("motion_adapter", "def", "SD 1"))
    with pytest.raises(NodeError, match=f"for SD 1 and SDXL, but the model is {family}: choose"):
        animated(model, layers, linear=True)


@pytest.mark.parametrize("content", ["null", "[]", "{}", "3"])
def test_a_tokenizer_that_is_none_is_told_without_code(
    built: Path, tmp_path: Path, content: str
) -> None:
    folder = Path(shutil.copytree(built / "FLUX.1-schnell", tmp_path / "model"))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        whole = (folder / "tokenizer_2" / name).read_text()
        (folder / "tokenizer_2" / name).write_text(content)
        with pytest.raises(NodeError) as caught:
            ModelStore(Device(torch.device("cpu"), torch.float32, "CPU")).weights(
                opened(folder).text_model, lambda: None
            )
        assert "tokenizer_2" in str(caught.value)
        assert "has no attribute" not in str(caught.value)
        (folder / "tokenizer_2" / name).write_text(whole)
