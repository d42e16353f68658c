"""Flux with ControlNets, against diffusers' own pipelines, bit by bit."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from torch import Tensor

from app.sdk import Control, Mask
from app.sdk.errors import NodeError
from nodes.control_net import ControlNet
from nodes.latent_mask import LatentMask
from nodes.true_cfg import TrueCFG
from tests.diffusion import flux, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.references.test_flux import made
from tests.diffusion.references.test_flux_pictures import encoded
from tests.diffusion.references.test_image_to_image import mask


class Applied(NamedTuple):
    """One ControlNet of a chain, by its name among the tiny ones."""

    name: str
    strength: float = 1.0
    start: float = 0.0
    end: float = 1.0
    kind: str = "as trained"

    @property
    def mode(self) -> int | None:
        """The number of what its picture shows."""
        return {"as trained": None, "depth": 2, "pose": 4}[self.kind]

    @property
    def seed(self) -> int:
        """The seed of its picture."""
        return len(self.name) + len(self.kind)


CHAINS = {
    "plain": [Applied("plain")],
    "window": [Applied("plain", 0.6, 0.2, 0.8)],
    "without single blocks": [Applied("other", 0.7)],
    "takes the guidance": [Applied("guided")],
    "pixels": [Applied("hint", 0.8)],
    "union": [Applied("union", 0.9, kind="depth")],
    "two": [Applied("plain", 0.9, 0.0, 0.6), Applied("other", 0.4, 0.4, 1.0)],
}


def chain(applied: list[Applied]) -> Control:
    """The chain as ControlNet nodes make it; every network has a picture of its own."""
    control: Control | None = None
    for one in applied:
        control = ControlNet(
            network=flux.control_handle(one.name),
            image=workbench.picture(one.seed),
            control=control,
            vae=flux.vae(),
            strength=one.strength,
            start=one.start,
            end=one.end,
            shows=one.kind,
        ).run(flux.Bench())
    assert control is not None
    return control


def piped(kind: str, applied: list[Applied], **settings: Any) -> list[Tensor]:
    """A pipeline with one ControlNet, or with several."""
    networks = [flux.control_network(one.name) for one in applied]
    # Tensors are taken as they are; pictures would be brought to -1 to 1.
    images = [2 * workbench.picture(one.seed).pixels - 1 for one in applied]
    single = len(applied) == 1
    made = flux.pipeline(kind, controlnet=networks[0] if single else networks)
    return flux.run(
        made,
        control_image=images[0] if single else images,
        control_mode=applied[0].mode if single else [one.mode for one in applied],
        controlnet_conditioning_scale=applied[0].strength
        if single
        else [one.strength for one in applied],
        control_guidance_start=[one.start for one in applied],
        control_guidance_end=[one.end for one in applied],
        **settings,
    )


@pytest.mark.reference(
    family="Flux", feature="ControlNet", against="FluxControlNetPipeline", agreement="equal"
)
@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_equals_the_pipeline(name: str) -> None:
    applied = CHAINS[name]
    assert_equal_steps(made(control=chain(applied)), piped("FluxControlNetPipeline", applied))


@pytest.mark.reference(
    family="Flux",
    feature="ControlNet and true cfg",
    against="FluxControlNetPipeline",
    agreement="equal",
)
def test_it_acts_alike_on_the_negative_prompt() -> None:
    guidance = TrueCFG(guidance=None, cfg=4.0).run(flux.Bench())
    negative = flux.conditioning(2)
    ours = made(control=chain(CHAINS["two"]), guidance=guidance, negative=negative)
    theirs = piped("FluxControlNetPipeline", CHAINS["two"], true_cfg_scale=4.0)
    assert_equal_steps(ours, theirs)


@pytest.mark.reference(
    family="Flux",
    feature="ControlNet, image to image",
    against="FluxControlNetImg2ImgPipeline",
    agreement="equal",
)
def test_it_leads_a_given_picture_as_the_pipeline_does() -> None:
    applied = CHAINS["plain"]
    pixels = workbench.picture(5).pixels
    theirs = piped("FluxControlNetImg2ImgPipeline", applied, image=pixels, strength=0.75)
    assert_equal_steps(made(control=chain(applied), latent=encoded(), denoise=0.75), theirs)


@pytest.mark.reference(
    family="Flux",
    feature="ControlNet, inpainting",
    against="FluxControlNetInpaintPipeline",
    agreement="equal",
)
def test_it_leads_what_a_mask_leaves_free_as_the_pipeline_does() -> None:
    applied = CHAINS["plain"]
    theirs = piped(
        "FluxControlNetInpaintPipeline",
        applied,
        image=workbench.picture(5).pixels,
        mask_image=mask(),
        strength=0.75,
    )
    masked = LatentMask(latent=encoded(), mask=Mask(mask())).run(flux.Bench())
    assert_equal_steps(made(control=chain(applied), latent=masked, denoise=0.75), theirs)


def test_two_pictures_for_one_union_are_summed() -> None:
    both = [Applied("union", 0.9, kind="depth"), Applied("union", 0.5, kind="pose")]
    ours = made(control=chain(both))
    assert_equal_steps(ours, piped("FluxControlNetPipeline", both))


def test_an_end_that_moves_keeps_the_steps_before_it() -> None:
    def fold(end: float) -> Any:
        bench = flux.Bench()
        held: list[Any] = []
        bench.fold = lambda fold, *_: held.append(fold) or fold.first()  # type: ignore[method-assign, assignment, func-returns-value]
        flux.sampler(control=chain([Applied("plain", 1.0, 0.0, end)])).run(bench)
        return held[0]

    long, short = fold(0.8), fold(0.6)
    same = [one == other for one, other in zip(long.recipes, short.recipes, strict=True)]
    assert long.origin == short.origin
    assert same == [True] * 3 + [False] + [True]


def test_without_a_vae_it_says_so() -> None:
    for vae in (None, workbench.vae()):
        node = ControlNet(
            network=flux.control_handle("plain"),
            image=workbench.picture(1),
            control=None,
            vae=vae,
        )
        with pytest.raises(NodeError, match="looks at latents: connect the VAE of a Flux model"):
            node.run(flux.Bench())


def test_one_of_another_family_is_refused() -> None:
    node = ControlNet(
        network=workbench.control_handle(), image=workbench.picture(1), control=None, vae=None
    )
    with pytest.raises(NodeError, match="ControlNet is for SD 1, but the model is Flux"):
        made(control=node.run(flux.Bench()))


def test_one_beside_another_text_encoder_is_refused() -> None:
    narrow = flux.FluxControlNetModel(**{**flux.TRANSFORMER, "joint_attention_dim": 16})

    class Bench(flux.Bench):
        def weights(self, handle: Any) -> Any:
            return narrow if handle.weights.part == "controlnet" else super().weights(handle)

    with pytest.raises(NodeError, match="made for text of width 16, but the model uses 32"):
        flux.sampler(control=chain(CHAINS["plain"])).run(Bench())
