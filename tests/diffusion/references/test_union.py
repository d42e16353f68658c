"""A union of ControlNets through the nodes, against its pipelines."""

from __future__ import annotations

from typing import Any

import pytest

from app.diffusion.steering.control import NoKind
from app.diffusion.steering.control_network import Link, joined
from tests.diffusion import workbench
from tests.diffusion.agreement import assert_equal_steps
from tests.diffusion.beds import XL, Bed, against, mask
from tests.diffusion.led import Applied, chain, networks, settings

KINDS = {"pose": 0, "depth": 1, "lines": 3, "repaint": 7}
DEPTH = Applied(100, 0.8, 0.0, 0.6, "depth")
# In all steps: outside its window a union with several pictures is not asked here, while the
# pipeline still asks it, about pictures of strength 0.
BOTH = (Applied(100, 0.9, shows="pose"), Applied(100, 0.4, shows="lines"))
APART = (Applied(100, 0.9, 0.0, 0.6, "pose"), Applied(101, 0.4, 0.2, 1.0, "repaint"))


def modes(*applied: Applied) -> list[int]:
    """The numbers of what these show."""
    return [KINDS[one.shows] for one in applied]


def piped(bed: Bed, task: str, *applied: Applied, **more: Any) -> Any:
    """A union pipeline with one network for all, or with one for each."""
    shared = len({one.seed for one in applied}) == 1
    several = applied[:1] if shared else applied
    made = bed.pipeline(task, controlnet=networks(bed, *several))
    given = settings(*applied, picture="control_image")
    return bed.piped(made, **given, control_mode=modes(*applied), **more)


@against("union of ControlNets", "ControlNetUnion", XL)
@pytest.mark.parametrize("name", ["DPM++ 2M", "Euler ancestral"])
@pytest.mark.parametrize("applied", [(DEPTH,), BOTH], ids=["one kind", "two kinds at once"])
def test_text_to_image(bed: Bed, applied: tuple[Applied, ...], name: str) -> None:
    made = bed.pipeline("ControlNetUnion", name, controlnet=networks(bed, applied[0]))
    given = settings(*applied, picture="control_image")
    theirs = bed.piped(made, **given, control_mode=modes(*applied))
    assert_equal_steps(bed.made(control=chain(bed, *applied), scheduler=name), theirs)


@against("several unions of ControlNets", "ControlNetUnion", XL)
def test_several_networks(bed: Bed) -> None:
    theirs = piped(bed, "ControlNetUnion", *APART)
    assert_equal_steps(bed.made(control=chain(bed, *APART)), theirs)


@against("union of ControlNets, guess mode", "ControlNetUnion", XL)
@pytest.mark.parametrize("applied", [(DEPTH,), BOTH], ids=["one kind", "two kinds at once"])
def test_guessing_without_guidance(bed: Bed, applied: tuple[Applied, ...]) -> None:
    # With guidance the pipeline fails: it flags the kinds of two rows where it leads one.
    theirs = piped(bed, "ControlNetUnion", *applied, guess_mode=True, guidance_scale=1.0)
    ours = bed.made(control=chain(bed, *applied, guess=True), cfg=1.0)
    assert_equal_steps(ours, theirs)


@against("union of ControlNets, image to image", "ControlNetUnionImg2Img", XL)
@pytest.mark.parametrize("applied", [(DEPTH,), BOTH, APART])
def test_image_to_image(bed: Bed, applied: tuple[Applied, ...]) -> None:
    more = {"image": workbench.picture(5).pixels, "height": 64, "width": 64, "strength": 0.7}
    theirs = piped(bed, "ControlNetUnionImg2Img", *applied, **more)
    ours = bed.made(control=chain(bed, *applied), latent=bed.encoded(), denoise=0.7)
    assert_equal_steps(ours, theirs)


@against("union of ControlNets, inpainting, 4 channels", "ControlNetUnionInpaint", XL)
@pytest.mark.parametrize("applied", [(DEPTH,), BOTH, APART])
def test_inpainting(bed: Bed, applied: tuple[Applied, ...]) -> None:
    more = {"image": workbench.picture(5).pixels, "mask_image": mask(), "strength": 0.99}
    theirs = piped(bed, "ControlNetUnionInpaint", *applied, **more, height=64, width=64)
    ours = bed.made(control=chain(bed, *applied), latent=bed.masked(), denoise=0.99)
    assert_equal_steps(ours, theirs)


def test_pictures_with_windows_of_their_own_are_followed_in_calls_of_their_own() -> None:
    together, apart = chain(XL, *BOTH), chain(XL, BOTH[0], BOTH[1]._replace(end=0.5))
    groups = [joined([Link(one, one.image.pixels) for one in c.chain]) for c in (together, apart)]
    assert [len(group) for group in groups] == [1, 2]


def test_guidance_and_guessing_go_together_here() -> None:
    plain = XL.made(control=chain(XL, DEPTH, guess=False))
    guessed = XL.made(control=chain(XL, DEPTH, guess=True))
    assert not plain[0].equal(guessed[0])


def test_it_asks_what_the_picture_shows() -> None:
    with pytest.raises(NoKind, match="say what this picture shows, pose or depth or soft edges"):
        chain(XL, Applied(100))
    with pytest.raises(NoKind):
        chain(XL, Applied(100, shows="blur"))
