"""What the Sampler refuses, and what it does at the edges of its settings."""

from __future__ import annotations

import copy
import json
import sys
from dataclasses import replace
from typing import Any

import pytest
import torch

from app.graph.types import ValueType
from app.sdk import ControlNetwork, Latent, NodeError, Weights
from nodes.control_net import ControlNet
from nodes.empty_latent import EmptyLatent
from nodes.latent_mask import LatentMask
from nodes.sampler import Sampler
from nodes.vae_encode import VAEEncode
from tests import components
from tests.diffusion import workbench


def refusal(**settings: Any) -> str:
    """The sentence that a Sampler with these settings refuses with."""
    with pytest.raises(NodeError) as caught:
        workbench.run(**settings)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


def test_a_spacing_that_a_scheduler_does_not_offer_is_refused_with_those_it_offers() -> None:
    sentence = refusal(scheduler="DDIM", spacing="karras")
    assert sentence == (
        "DDIM has no karras spacing: choose normal or linspace or leading or trailing."
    )


def test_too_many_steps_for_a_distilled_scheduler_are_refused() -> None:
    assert refusal(scheduler="LCM", steps=60).startswith("LCM cannot work with steps = 60 here")


@pytest.mark.parametrize(
    ("settings", "package"),
    [
        ({"scheduler": "LMS"}, "scipy"),
        ({"scheduler": "DPM++ SDE"}, "torchsde"),
        ({"spacing": "beta"}, "scipy"),
    ],
)
def test_a_missing_optional_package_is_named_with_its_extra(
    settings: dict[str, Any], package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    sentence = refusal(**settings)
    assert package in sentence
    assert "solvers" in sentence


@pytest.mark.parametrize(
    "settings",
    [{"denoise": 0.1}, {"start_step": 5}, {"start_step": 3, "end_step": 3}],
    ids=str,
)
def test_settings_that_leave_no_step_are_refused(settings: dict[str, Any]) -> None:
    assert refusal(**settings).startswith("No step is left to do of 5")


def test_no_denoising_gives_the_latent_back() -> None:
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(workbench.Bench())
    assert workbench.run(latent=latent, denoise=0.0)[0] is latent


@pytest.mark.parametrize("name", ["positive", "negative", "latent"])
def test_inputs_of_another_family_are_refused(name: str) -> None:
    made = {"positive": workbench.conditioning(1), "negative": workbench.conditioning(2)}
    stranger = {**made, "latent": workbench.empty()}[name]
    sentence = refusal(**{name: replace(stranger, family="SDXL")})
    assert sentence.endswith("is for SDXL, but the model is SD 1: use one made for SD 1.")


def test_a_prompt_of_another_text_encoder_is_refused() -> None:
    wide = workbench.Conditioning(torch.zeros(1, 77, 768), workbench.FAMILY)
    assert "768 numbers wide, but the model takes 32" in refusal(positive=wide, negative=None)


def test_a_latent_with_other_channels_is_refused() -> None:
    latent = Latent(torch.zeros(1, 16, 8, 8), workbench.FAMILY)
    assert refusal(latent=latent).startswith("The latent has 16 channels")


def test_a_schedule_that_is_no_json_is_refused() -> None:
    assert "cannot be read" in refusal(model=workbench.model("[1"))


def test_a_control_network_of_another_width_is_refused() -> None:
    stranger = ControlNetwork(Weights("controlnet", "control-99", workbench.FAMILY))
    control = ControlNet(network=stranger, image=workbench.picture(7), control=None, vae=None)

    class Wide(workbench.Bench):
        def weights(self, handle: Any) -> Any:
            if handle != stranger:
                return super().weights(handle)
            from diffusers import ControlNetModel

            return ControlNetModel(**{**components.CONTROL, "cross_attention_dim": 64})

    node = workbench.sampler(control=control.run(workbench.Bench()))
    with pytest.raises(NodeError, match="text of width 64, but the model uses 32"):
        node.run(Wide())


def test_a_control_picture_of_another_size_is_fitted() -> None:
    image = workbench.picture(7, width=100, height=90)
    control = ControlNet(network=workbench.control_handle(), image=image, control=None, vae=None)
    latent, _ = workbench.run(control=control.run(workbench.Bench()))
    assert torch.isfinite(latent.samples).all()


def test_control_pictures_must_be_one_or_as_many_as_the_batch() -> None:
    image = workbench.picture(7, count=3)
    control = ControlNet(network=workbench.control_handle(), image=image, control=None, vae=None)
    made = control.run(workbench.Bench())
    assert "3 pictures for 2" in refusal(control=made, latent=workbench.empty(2))


def test_a_control_that_ends_before_it_starts_is_refused() -> None:
    node = ControlNet(
        network=workbench.control_handle(),
        image=workbench.picture(7),
        control=None,
        vae=None,
        start=0.6,
        end=0.5,
    )
    with pytest.raises(NodeError, match=r"ends at 0\.5, before it starts at 0\.6"):
        node.run(workbench.Bench())


def test_every_setting_of_a_scheduler_is_written_out() -> None:
    from app.diffusion.sampling.schedulers import SCHEDULERS, build_scheduler, scheduler_settings

    for name in SCHEDULERS:
        settings = scheduler_settings(name, "normal", json.dumps(components.SCHEDULE))
        config = dict(build_scheduler(name, settings, 5).config)
        config.pop("_use_default_values", None)
        assert config == settings


def test_a_network_of_half_precision_works_on_latents_of_single_precision() -> None:
    half = copy.deepcopy(workbench.unet()).to(torch.bfloat16)
    image = workbench.picture(7)
    control = ControlNet(network=workbench.control_handle(), image=image, control=None, vae=None)
    node = workbench.sampler(control=control.run(workbench.Bench()))
    latent = node.run(workbench.Bench(network=half))
    usual = node.run(workbench.Bench())
    assert latent.samples.dtype == torch.float32
    assert (latent.samples - usual.samples).abs().mean() < 0.1 * usual.samples.std()


def test_the_family_of_the_latent_goes_on_to_the_output() -> None:
    source = ValueType("Latent").with_traits(family="SD 1")
    for cls, name in ((Sampler, "latent"), (LatentMask, "latent")):
        assert cls.describe({}, {name: source}) == {"latent": source}
    vae = ValueType("VAE").with_traits(family="SD 1")
    assert VAEEncode.describe({}, {"vae": vae}) == {"latent": source}
    assert EmptyLatent.describe({}, {}) == {}
