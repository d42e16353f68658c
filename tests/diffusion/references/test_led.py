"""ControlNets of every U-Net family through the nodes, against their pipelines."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from app.sdk import ControlNetwork
from tests.diffusion import beds, workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.beds import SD1, SD2, VELOCITY, XL, Bed, against, mask
from tests.diffusion.led import Applied, chain, networks, settings

SIDE = {"height": 64, "width": 64}
ONE = [(Applied(7),), (Applied(7, 0.6, 0.2, 0.8),)]
TWO = [
    (Applied(7, 0.9), Applied(8, 0.4)),
    (Applied(7, 0.9, 0.0, 0.6), Applied(8, 1.3, 0.4, 1.0)),
]


@against("ControlNet", "ControlNet", SD2, VELOCITY, XL)
@pytest.mark.parametrize("applied", ONE)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral", "Heun"])
def test_one(bed: Bed, name: str, applied: tuple[Applied, ...]) -> None:
    made = bed.pipeline("ControlNet", name, controlnet=networks(bed, *applied))
    theirs = bed.piped(made, **settings(*applied))
    assert_equal_steps(bed.made(scheduler=name, control=chain(bed, *applied)), theirs)


@against("several ControlNets", "ControlNet", SD2, VELOCITY, XL)
@pytest.mark.parametrize("applied", TWO)
def test_several(bed: Bed, applied: tuple[Applied, ...]) -> None:
    made = bed.pipeline("ControlNet", controlnet=networks(bed, *applied))
    theirs = bed.piped(made, **settings(*applied))
    assert_equal_steps(bed.made(control=chain(bed, *applied)), theirs)


@against("ControlNet, guess mode", "ControlNet", SD1, SD2, XL)
@pytest.mark.parametrize("cfg", [1.0, 5.0])
@pytest.mark.parametrize("applied", [*ONE, TWO[1]])
def test_guessing(bed: Bed, applied: tuple[Applied, ...], cfg: float) -> None:
    made = bed.pipeline("ControlNet", controlnet=networks(bed, *applied))
    theirs = bed.piped(made, **settings(*applied), guess_mode=True, guidance_scale=cfg)
    ours = bed.made(control=chain(bed, *applied, guess=True), cfg=cfg)
    assert_equal_steps(ours, theirs)


@against("ControlNet, guess mode in a batch", "ControlNet", SD1, XL)
def test_guessing_for_several_pictures_in_one_call(bed: Bed) -> None:
    import torch

    seeds = [torch.Generator().manual_seed(3), torch.Generator().manual_seed(4)]
    made = bed.pipeline("ControlNet", controlnet=networks(bed, Applied()))
    more: dict[str, Any] = {"guess_mode": True, "generator": seeds, "num_images_per_prompt": 2}
    theirs = bed.piped(made, **settings(Applied()), **more)
    control = chain(bed, Applied(), guess=True)
    ours = bed.made(control=control, latent=workbench.empty(2), batch="shared")
    assert_equal_steps(ours[:-1], theirs[:-1])


@pytest.mark.parametrize(
    "how",
    [{"controlnet_conditioning_channel_order": "bgr"}, {"global_pool_conditions": True}],
    ids=["bgr", "global"],
)
@against("ControlNet, trained otherwise", "ControlNet", SD1, XL)
def test_what_its_config_says(bed: Bed, how: dict[str, Any], monkeypatch: Any) -> None:
    network = copy.deepcopy(beds.control_network(bed))
    network.register_to_config(**how)
    theirs = bed.piped(bed.pipeline("ControlNet", controlnet=network), **settings(Applied()))
    monkeypatch.setattr(beds, "control_network_of", lambda beside, seed: network)
    assert_equal_steps(bed.made(control=chain(bed, Applied())), theirs)


@against("ControlNet, image to image", "ControlNetImg2Img", SD1, SD2, XL)
@pytest.mark.parametrize("guess", [False, True])
@pytest.mark.parametrize("applied", [ONE[1], TWO[1]])
def test_image_to_image(bed: Bed, applied: tuple[Applied, ...], guess: bool) -> None:
    made = bed.pipeline("ControlNetImg2Img", controlnet=networks(bed, *applied))
    given = settings(*applied, picture="control_image")
    image = workbench.picture(5).pixels
    theirs = bed.piped(made, **given, **SIDE, image=image, strength=0.7, guess_mode=guess)
    control = chain(bed, *applied, guess=guess)
    assert_equal_steps(bed.made(control=control, latent=bed.encoded(), denoise=0.7), theirs)


@against("ControlNet, inpainting, 4 channels", "ControlNetInpaint", SD1, SD2, XL)
@pytest.mark.parametrize("strength", [0.6, 1.0])
@pytest.mark.parametrize("applied", [ONE[1], TWO[1]])
def test_inpainting(bed: Bed, applied: tuple[Applied, ...], strength: float) -> None:
    made = bed.pipeline("ControlNetInpaint", controlnet=networks(bed, *applied))
    given = settings(*applied, picture="control_image")
    image = workbench.picture(5).pixels
    theirs = bed.piped(made, **given, **SIDE, image=image, mask_image=mask(), strength=strength)
    ours = bed.made(control=chain(bed, *applied), latent=bed.masked(), denoise=strength)
    assert_equal_steps(ours, theirs)


def test_a_plain_network_does_not_mind_what_its_picture_shows() -> None:
    plain, said = chain(SD1, Applied()), chain(SD1, Applied(shows="depth"))
    assert plain.chain[0].kind == said.chain[0].kind == ""
    assert plain.chain[0].network == ControlNetwork(plain.chain[0].network.weights, kinds=0)
