"""Pictures that start from pictures: image to image, inpainting, editing by instruction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageFilter

from resources.models.making.evaluation.asked import Asked, told
from resources.models.making.evaluation.codec import psnr
from resources.models.making.evaluation.painting import SIDE, Painter
from resources.models.making.evaluation.results import Row, share
from resources.models.making.judge.colours import Pixels
from resources.models.making.judge.silhouettes import overlap, silhouette
from resources.models.making.judge.truth import attributes_of
from resources.models.making.judge.verdict import judge
from resources.models.making.world.drawing import draw, pixels_of
from resources.models.making.world.edit import Edit
from resources.models.making.world.edits import edit
from resources.models.making.world.picture import BRIGHT_COLOURS, Picture, Scene
from resources.models.making.world.sampling import colour_on, held_out, sample

_STRENGTH = 0.5
_SOFT = 2
_GROWN = 9
_EDIT_KINDS = ("scene", "scene", "scene", "shape")


def recoloured(number: int, kind: str) -> tuple[Picture, Asked, str]:
    """A picture, the same with another colour, and the attribute that changes.

    The one with the other colour is held out; of both that is hardly ever so.
    """
    random = Random(f"recoloured {kind} {number}")
    while True:
        before = sample(random, kind, training=False, style="flat")
        after, attribute = _another_colour(before, random)
        if attribute and held_out(after):
            return before, told(after, random, False), attribute


def _another_colour(picture: Picture, random: Random) -> tuple[Picture, str]:
    """The picture with its shape or its house in another colour; no name where there is none."""
    if not isinstance(picture, Scene):
        shape = picture.shapes[0]
        fresh = replace(shape, colour=colour_on(random, picture.ground, shape.colour))
        return replace(picture, shapes=(fresh,)), "colour"
    if not picture.house_place:
        return picture, ""
    colour = random.choice([name for name in BRIGHT_COLOURS if name != picture.house])
    return replace(picture, house=colour), "house"


def image_rows(painter: Painter, count: int) -> list[Row]:
    """Image to image at strength 0.5: the layout stays, the colour becomes what is asked for."""
    cases = [recoloured(number, ("shape", "scene")[number % 2]) for number in range(count)]
    given = [
        {"prompt": new.prompt, "image": Image.fromarray(pixels_of(old)), "strength": _STRENGTH}
        for old, new, _ in cases
    ]
    made = painter.paint("image", _load_image, ["pocket"], given)
    there = [
        silhouette(pixels, new.shapes) for pixels, (_, new, _) in zip(made, cases, strict=True)
    ]
    true = [silhouette(pixels_of(old), new.shapes) for old, new, _ in cases]
    kept, others = (
        median(overlap(*pair) for pair in zip(there, layouts, strict=True))
        for layouts in (true, [*true[2:], *true[:2]])
    )
    (right, _), (chance, _) = _took(made, cases), _took(made, [*cases[2:], *cases[:2]])
    return [
        Row(
            "image to image 0.5: layout kept, IoU, median",
            *(kept, others, "≥ 0.8", "", count, "another picture's layout"),
        ),
        Row("image to image 0.5: new colour", right, chance, "≥ 90 %", "%", count),
    ]


def _took(made: list[Pixels], cases: list[tuple[Picture, Asked, str]]) -> tuple[float, float]:
    """In which shares of pictures what changed is as asked for, and all of the prompt is there."""
    seen = [judge(pixels, new.stated) for pixels, (_, new, _) in zip(made, cases, strict=True)]
    right = [one.right[name] for one, (_, _, name) in zip(seen, cases, strict=True)]
    return share(right), share([one.all_right for one in seen])


def _load_image(models: Path) -> Any:
    from diffusers import StableDiffusionImg2ImgPipeline

    return StableDiffusionImg2ImgPipeline.from_pretrained(models / "pocket", dtype=torch.float32)


def inpaint_rows(painter: Painter, count: int) -> list[Row]:
    """The house, or the shape, is painted anew in another colour; all around it stays."""
    cases = [recoloured(number, ("shape", "scene")[number % 2]) for number in range(count)]
    masks = [_mask_of(old) for old, _, _ in cases]
    given = [
        {
            "prompt": new.prompt,
            "image": Image.fromarray(pixels_of(old)),
            "mask_image": mask,
            "height": SIDE,
            "width": SIDE,
            "strength": 1.0,
        }
        for (old, new, _), mask in zip(cases, masks, strict=True)
    ]
    painted = painter.paint("inpaint", _load_inpaint, ["pocket-inpaint"], given)
    befores = [pixels_of(old) for old, _, _ in cases]
    made = [_pasted(*one) for one in zip(befores, painted, masks, strict=True)]
    right, whole = _took(made, cases)
    chance, whole_by_chance = _took(made, [*cases[2:], *cases[:2]])
    outside = [np.asarray(mask) == 0 for mask in masks]
    stayed, raw = (
        median(psnr(a[o], b[o]) for a, b, o in zip(found, befores, outside, strict=True))
        for found in (made, painted)
    )
    return [
        Row("inpaint: all of the prompt", whole, whole_by_chance, "≥ 90 %", "%", count),
        Row("inpaint: inside in the colour asked for", right, chance, "", "%", count),
        Row("inpaint: outside after paste-back", stayed, None, "≥ 35 dB", "dB", count),
        Row("inpaint: outside before paste-back", raw, None, "", "dB", count),
    ]


def _mask_of(picture: Picture) -> Image.Image:
    """A white box, a little larger than the house or the shape."""
    left, top, right, bottom = draw(picture).boxes[
        "house" if isinstance(picture, Scene) else "first shape"
    ]
    mask = np.zeros((SIDE, SIDE), np.uint8)
    mask[max(0, top - _GROWN) : bottom + _GROWN, max(0, left - _GROWN) : right + _GROWN] = 255
    return Image.fromarray(mask)


def _pasted(before: Pixels, painted: Pixels, mask: Image.Image) -> Pixels:
    """What was painted, put back into the picture with a soft border that reaches outside."""
    alpha = mask.filter(ImageFilter.GaussianBlur(_SOFT))
    whole = Image.composite(Image.fromarray(painted), Image.fromarray(before), alpha)
    return np.asarray(whole)


def _load_inpaint(models: Path) -> Any:
    from diffusers import StableDiffusionInpaintPipeline

    return StableDiffusionInpaintPipeline.from_pretrained(
        models / "pocket-inpaint", dtype=torch.float32
    )


def edit_rows(painter: Painter, count: int) -> list[Row]:
    """Instructions whose outcome is held out: done, the rest kept, and both.

    A picture that is left as it is keeps all; what that is worth is told beside it.
    """
    cases = [instructed(number) for number in range(count)]
    befores = [pixels_of(before) for before, _ in cases]
    given = [
        {
            "prompt": change.instruction,
            "image": Image.fromarray(pixels),
            "image_guidance_scale": 1.5,
        }
        for pixels, (_, change) in zip(befores, cases, strict=True)
    ]
    made = painter.paint("instruct", _load_instruct, ["pocket-instruct"], given)
    done, kept, both = obeyed(made, cases)
    step = len(_EDIT_KINDS)
    chance, _, _ = obeyed(made, [*cases[step:], *cases[:step]])
    _, idly_kept, idly_both = obeyed(befores, cases)
    idle = "picture left as it is"
    return [
        Row("instruction: done", done, chance, "", "%", count),
        Row("instruction: all else kept", kept, idly_kept, "", "%", count, idle),
        Row("instruction: done, all else kept", both, idly_both, "≥ 85 %", "%", count, idle),
    ]


def instructed(number: int) -> tuple[Picture, Edit]:
    """A picture, and a change of it that no training may have seen the outcome of."""
    random = Random(f"instruction {number}")
    while True:
        before = sample(random, _EDIT_KINDS[number % len(_EDIT_KINDS)], False, "flat")
        change = edit(before, random, training=False)
        if held_out(change.after):
            return before, change


def obeyed(made: list[Pixels], cases: list[tuple[Picture, Edit]]) -> tuple[float, float, float]:
    """In which shares of pictures the change was done, all else was kept, and both."""
    done, kept = [], []
    for pixels, (before, change) in zip(made, cases, strict=True):
        after = attributes_of(change.after)
        names = _changed(attributes_of(before), after)
        right = judge(pixels, after).right
        done.append(all(right[name] for name in names))
        kept.append(all(value for name, value in right.items() if name not in names))
    return share(done), share(kept), share([a and b for a, b in zip(done, kept, strict=True)])


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [name for name, value in after.items() if before.get(name) != value]


def _load_instruct(models: Path) -> Any:
    from diffusers import StableDiffusionInstructPix2PixPipeline

    return StableDiffusionInstructPix2PixPipeline.from_pretrained(
        models / "pocket-instruct", dtype=torch.float32
    )
