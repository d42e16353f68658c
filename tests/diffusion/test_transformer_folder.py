"""Opening folders of SD 3 and Flux: the handles, and one sentence for what can be wrong."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from app.diffusion.loading.folder import open_checkpoint, open_control_network
from app.diffusion.loading.weights import load_module
from app.diffusion.text.encoder import Encoder
from app.sdk.errors import NodeError
from tests import tiny_transformers
from tests.diffusion import flux, sd3

FAMILIES = ("SD 3", "Flux")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint and a ControlNet of each family, to be copied before they are harmed."""
    folder = tmp_path_factory.mktemp("built")
    tiny_transformers.sd3(folder / "SD 3")
    tiny_transformers.flux(folder / "Flux")
    sd3.control_network().save_pretrained(folder / "SD 3 control")
    for name in flux.CONTROLS:
        flux.control_network(name).save_pretrained(folder / f"Flux control {name}")
    return folder


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Copies a model."""
    return lambda name: Path(shutil.copytree(built / name, tmp_path / name))


def edit(file: Path, **changes: Any) -> None:
    """Change some keys of a JSON file."""
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def test_a_folder_of_sd3_gives_handles(built: Path) -> None:
    opened = open_checkpoint(built / "SD 3", "abc")
    assert opened.model.weights.family == "SD 3"
    assert (opened.model.weights.part, opened.model.channels) == ("transformer", 16)
    assert not opened.model.distilled
    assert [weights.part for weights in opened.text_model.encoders] == [
        "text_encoder",
        "text_encoder_2",
        "text_encoder_3",
    ]
    assert (opened.vae.channels, opened.vae.factor) == (16, 8)


def test_sd3_may_come_without_t5(copied: Callable[[str], Path]) -> None:
    model = copied("SD 3")
    edit(model / "model_index.json", text_encoder_3=[None, None], tokenizer_3=[None, None])
    shutil.rmtree(model / "text_encoder_3")
    text = open_checkpoint(model, "abc").text_model
    assert len(text.encoders) == 2
    assert text.width == tiny_transformers.WIDTH


def test_flux_says_whether_it_takes_the_guidance(copied: Callable[[str], Path]) -> None:
    model = copied("Flux")
    assert open_checkpoint(model, "abc").model.distilled
    edit(model / "transformer/config.json", guidance_embeds=False)
    assert not open_checkpoint(model, "abc").model.distilled


@pytest.mark.parametrize(
    ("name", "kinds", "latents"),
    [
        ("SD 3 control", 0, True),
        ("Flux control plain", 0, True),
        ("Flux control union", 7, True),
        ("Flux control hint", 0, False),
    ],
)
def test_a_control_network_says_what_it_is(
    built: Path, name: str, kinds: int, latents: bool
) -> None:
    network = open_control_network(built / name, "abc")
    assert network.weights.family in name
    assert (network.kinds, network.latents) == (kinds, latents)


HARM: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "no T5": ("Flux", "model_index.json", {"text_encoder_2": [None, None]}, "no text_encoder_2"),
    "T5 of another width": (
        "SD 3",
        "text_encoder_3/config.json",
        {"d_model": 32},
        "width 32, but the transformer takes 64",
    ),
    "CLIP instead of T5": (
        "Flux",
        "text_encoder_2/config.json",
        {"architectures": ["CLIPTextModel"]},
        "numbers for a prompt",
    ),
    "vector of another length": (
        "SD 3",
        "transformer/config.json",
        {"pooled_projection_dim": 2048},
        "give 64 numbers for a prompt instead of 2048",
    ),
    "network with a mask": ("Flux", "transformer/config.json", {"in_channels": 384}, "384 channe"),
    "autoencoder of SD 1": ("SD 3", "vae/config.json", {"latent_channels": 4}, "of 4 channels"),
    "shift of latents": ("Flux", "vae/config.json", {"shift_factor": "x"}, "shift_factor is x"),
    "no shift": ("SD 3", "scheduler/scheduler_config.json", {"shift": 0}, "shift is 0"),
    "endless shift": (
        "Flux",
        "scheduler/scheduler_config.json",
        {"max_shift": 1e9},
        "max_shift is 1000000000.0",
    ),
    "one size for two shifts": (
        "Flux",
        "scheduler/scheduler_config.json",
        {"base_image_seq_len": 4096},
        "are both 4096",
    ),
    "strange growth": (
        "Flux",
        "scheduler/scheduler_config.json",
        {"time_shift_type": "cubic"},
        "time_shift_type is cubic",
    ),
    "a curve": (
        "SD 3",
        "scheduler/scheduler_config.json",
        {"_class_name": "EulerDiscreteScheduler"},
        "no schedule of rectified flow",
    ),
    "endless network": (
        "Flux",
        "transformer/config.json",
        {"num_layers": 10**9},
        "num_layers is 1000000000",
    ),
    "endless second half": (
        "Flux",
        "transformer/config.json",
        {"num_single_layers": 10**9},
        "num_single_layers is 1000000000",
    ),
    "Fill": ("Flux", "model_index.json", {"_class_name": "FluxFillPipeline"}, "Flux Fill"),
    "Kontext": ("Flux", "model_index.json", {"_class_name": "FluxKontextPipeline"}, "Kontext"),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_harmed_folder_is_refused_in_one_sentence(
    copied: Callable[[str], Path], harm: str
) -> None:
    name, file, changes, words = HARM[harm]
    model = copied(name)
    edit(model / file, **changes)
    with pytest.raises(NodeError) as caught:
        open_checkpoint(model, "abc")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_control_network_that_repaints_is_refused(copied: Callable[[str], Path]) -> None:
    network = copied("SD 3 control")
    edit(network / "config.json", extra_conditioning_channels=1)
    with pytest.raises(NodeError, match="looks at a mask as well"):
        open_control_network(network, "abc")


@pytest.mark.parametrize("junk", [None, [], {}, "x", -1, 1e308, [["x"]], True])
@pytest.mark.parametrize("family", FAMILIES)
def test_any_value_in_a_config_is_taken_or_refused(
    copied: Callable[[str], Path], family: str, junk: Any
) -> None:
    model = copied(family)
    for file in model.glob("*/*config.json"):
        whole = file.read_text()
        for key in (config := json.loads(whole)):
            file.write_text(json.dumps(config | {key: junk}))
            with contextlib.suppress(NodeError):
                open_checkpoint(model, "abc")
        file.write_text(whole)
    open_checkpoint(model, "abc")


@pytest.mark.parametrize("family", FAMILIES)
def test_t5_is_whole_and_never_drops_anything(built: Path, family: str) -> None:
    opened = open_checkpoint(built / family, "abc")
    weights = opened.text_model.encoders[-1]
    module: Any = load_module(weights, torch.device("cpu"), torch.float32, lambda: None)
    assert not module.training
    assert module.shared.weight is module.encoder.embed_tokens.weight or torch.equal(
        module.shared.weight, module.encoder.embed_tokens.weight
    )
    assert not any(parameter.is_meta for parameter in module.parameters())
    ids = torch.tensor([[5, 6, 1, 0]])
    assert torch.equal(module(ids)[0], tiny_transformers.t5()(ids)[0])


def test_flux_cannot_do_without_t5(built: Path) -> None:
    from app.diffusion import families

    encoder = Encoder((), families.of("Flux"), "plain")
    with pytest.raises(NodeError, match="Flux needs the text encoder"):
        encoder.encode("a cat", lambda: None)


@pytest.mark.parametrize("name", ["SD 3 control", *(f"Flux control {k}" for k in flux.CONTROLS)])
def test_a_control_network_is_loaded_whole(built: Path, name: str) -> None:
    weights = open_control_network(built / name, "abc").weights
    loaded = load_module(weights, torch.device("cpu"), torch.float32, lambda: None)
    is_flux = name.startswith("Flux")
    own: Any = flux.control_network(name.split()[-1]) if is_flux else sd3.control_network()
    expected, found = own.state_dict(), loaded.state_dict()
    assert expected.keys() == found.keys()
    assert all(torch.equal(found[key], value) for key, value in expected.items())
