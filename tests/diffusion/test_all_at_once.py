"""All that steers, with a LoRA, on a masked picture: no pipeline offers that together.

Against a loop over a scheduler of diffusers, with the networks of diffusers, that is written here.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from app.diffusion.device import Device
from app.diffusion.loading.folder import open_checkpoint
from app.diffusion.store import ModelStore
from app.sdk import Latent, Mask, Model
from app.sdk.patches import LoRA
from nodes.control_net import ControlNet
from nodes.latent_mask import LatentMask
from nodes.t2i_adapter import T2IAdapter
from nodes.vae_encode import VAEEncode
from tests import components
from tests.diffusion import reference, steered, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.patches.lora_bench import file_of, kohya, never, pairs
from tests.diffusion.references.test_image_prompts import prompted

STEPS = 6
POSITIVE, NEGATIVE = reference.usual_prompts()


class Bench(steered.Bench):
    """A context whose networks with patches come from a store."""

    store: ModelStore

    def weights(self, handle: Any) -> Any:
        """What the store gives of a model, and the tiny parts of all else."""
        return (
            self.store.weights(handle, never)
            if isinstance(handle, Model)
            else (super().weights(handle))
        )


@pytest.fixture(scope="module")
def patched(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The tiny model from its files, with a LoRA."""
    folder: Path = tmp_path_factory.mktemp("model")
    opened = open_checkpoint(components.build_checkpoint(folder / "model"), "abc")
    factors = pairs(components.unet(), lambda layer: layer.endswith(("to_q", "to_v")))
    path = file_of(tmp_path_factory.mktemp("lora"), kohya("lora_unet_", factors))
    return opened.model.patched(LoRA("one", 0.8, path=str(path)))


def half() -> Mask:
    """The right half may change."""
    alpha = torch.zeros(1, 1, 64, 64)
    alpha[..., 32:] = 1
    return Mask(alpha)


def masked(bench: Bench) -> Latent:
    """A picture under that mask."""
    latent = VAEEncode(image=workbench.picture(5), vae=workbench.vae()).run(bench)
    return LatentMask(latent=latent, mask=half()).run(bench)


@pytest.mark.reference(
    family="SD 1",
    feature="ControlNet, T2I-Adapter, IP-Adapter and LoRA on inpainting",
    against="a loop over diffusers' networks",
    agreement="equal",
)
def test_all_that_steers_acts_together_on_a_masked_picture(patched: Model) -> None:
    bench = Bench()
    bench.store = ModelStore(Device(torch.device("cpu"), torch.float32, "CPU"))
    control = ControlNet(
        network=workbench.control_handle(),
        image=workbench.picture(7),
        control=prompted(strength=0.5),
        vae=None,
        strength=0.7,
        end=0.5,
    ).run(bench)
    control = T2IAdapter(
        network=steered.picture_handle(),
        image=workbench.picture(21),
        control=control,
        strength=0.6,
        start=0.3,
    ).run(bench)
    latent = masked(bench)
    bench.states.clear()
    workbench.sampler(
        model=patched, latent=latent, control=control, scheduler="Euler", steps=STEPS
    ).run(bench)
    network = copy.deepcopy(bench.store.weights(patched, never))
    assert_equal_steps(bench.samples(), loop(network))


@torch.no_grad()
def loop(network: Any) -> list[Tensor]:
    """Euler's latents; ``network`` has the LoRA, and may attend to pictures already."""
    network.encoder_hid_proj = None
    network._load_ip_adapter_weights([steered.prompt_adapter_of("ip")])
    for processor in network.attn_processors.values():
        if hasattr(processor, "to_k_ip"):
            processor.scale = [0.5]
    by = reference.scheduler("Euler")
    by.set_timesteps(STEPS)
    generator = torch.Generator().manual_seed(3)
    posterior = workbench.autoencoder().encode(2 * workbench.picture(5).pixels - 1).latent_dist
    picture = posterior.sample(generator) * 0.18215
    noise = torch.randn((1, 4, 8, 8), generator=generator)
    free = torch.nn.functional.interpolate(half().alpha, size=(8, 8))
    words = torch.cat([NEGATIVE.embeddings, POSITIVE.embeddings])
    seen_picture = prompted().image_prompts[0].prompt
    pictures = torch.cat([seen_picture.negative, seen_picture.positive])
    features = steered.picture_adapter()(workbench.picture(21).pixels)
    latents, seen = noise * by.init_noise_sigma, []
    for index, timestep in enumerate(by.timesteps):
        batch = torch.cat([by.scale_model_input(latents, timestep)] * 2)
        more: dict[str, Any] = {}
        if (index + 1) / STEPS <= 0.5:
            down, middle = workbench.control_network()(
                batch,
                timestep,
                words,
                torch.cat([workbench.picture(7).pixels] * 2),
                conditioning_scale=0.7,
                return_dict=False,
            )
            more |= {
                "down_block_additional_residuals": down,
                "mid_block_additional_residual": middle,
            }
        if index / STEPS >= 0.3:
            led = [torch.cat([feature * 0.6] * 2) for feature in features]
            more["down_intrablock_additional_residuals"] = led
        asked = {"added_cond_kwargs": {"image_embeds": [pictures]}, **more}
        avoided, followed = network(batch, timestep, words, **asked, return_dict=False)[0].chunk(2)
        output = avoided + 5.0 * (followed - avoided)
        latents = by.step(output, timestep, latents, return_dict=False)[0]
        kept = picture
        if index + 1 < STEPS:
            kept = by.add_noise(picture, noise, by.timesteps[index + 1].reshape(1))
        latents = (1 - free) * kept + free * latents
        seen.append(latents)
    return seen
