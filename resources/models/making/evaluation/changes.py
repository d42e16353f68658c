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

from resources.models.making.evaluation.asked import Asked, asked, told
from resources.models.making.evaluation.codec import psnr
from resources.models.making.evaluation.painting import SIDE, Painter
from resources.models.making.evaluation.results import Row, share
from resources.models.making.judge.colours import Pixels
from resources.models.making.judge.silhouettes import overlap, silhouette
from resources.models.making.judge.truth import attributes_of
from resources.models.making.judge.verdict import judge
from resources.models.making.world.drawing import draw, pixels_of
from resources.models.making.world.edits import edit
from resources.models.making.world.picture import BRIGHT_COLOURS, Picture, Scene
from resources.models.making.world.sampling import colour_on, sample_held_out

_STRENGTH = 0.5
_SOFT = 2
_GROWN = 9
_EDIT_KINDS = ("scene", "scene", "scene", "shape")


def _recoloured(number: int, kind: str) -> tuple[Picture, Asked, str]:
    """A held-out picture, the same with another colour, and the attribute that changes."""
    random = Random(f"recoloured {kind} {number}")
    while True:
        picture = asked(kind, random.randrange(10**6), "flat").picture
        if not isinstance(picture, Scene):
            shape = picture.shapes[0]
            fresh = replace(shape, colour=colour_on(random, picture.ground, shape.colour))
            return picture, told(replace(picture, shapes=(fresh,)), random, False), "colour"
        if picture.house_place:
            colour = random.choice([name for name in BRIGHT_COLOURS if name != picture.house])
            return picture, told(replace(picture, house=colour), random, False), "house"


def image_rows(painter: Painter, count: int) -> list[Row]:
    """Image to image at strength 0.5: the layout stays, the colour becomes what is asked for."""
    cases = [_recoloured(number, ("shape", "scene")[number % 2]) for number in range(count)]
    given = [
        {"prompt": new.prompt, "image": Image.fromarray(pixels_of(old)), "strength": _STRENGTH}
        for old, new, _ in cases
    ]
    made = painter.paint("image", _load_image, ["pocket"], given)
    kept = []
    for pixels, (old, new, _) in zip(made, cases, strict=True):
        before = silhouette(pixels_of(old), new.shapes)
        kept.append(overlap(silhouette(pixels, new.shapes), before))
    right, chance = _took(made, cases), _took(made, [*cases[2:], *cases[:2]])
    return [
        Row("image to image 0.5: layout kept, IoU, median", median(kept), None, "≥ 0.8", "", count),
        Row("image to image 0.5: new colour", share(right), share(chance), "≥ 90 %", "%", count),
    ]


def _took(made: list[Pixels], cases: list[tuple[Picture, Asked, str]]) -> list[bool]:
    return [
        judge(pixels, new.stated).right[name]
        for pixels, (_, new, name) in zip(made, cases, strict=True)
    ]


def _load_image(models: Path) -> Any:
    from diffusers import StableDiffusionImg2ImgPipeline

    return StableDiffusionImg2ImgPipeline.from_pretrained(models / "pocket", dtype=torch.float32)


def inpaint_rows(painter: Painter, count: int) -> list[Row]:
    """The house, or the shape, is painted anew in another colour; all around it stays."""
    cases = [_recoloured(number, ("shape", "scene")[number % 2]) for number in range(count)]
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
    right, chance = _took(made, cases), _took(made, [*cases[2:], *cases[:2]])
    outside = [np.asarray(mask) == 0 for mask in masks]
    stayed, raw = (
        median(psnr(a[o], b[o]) for a, b, o in zip(found, befores, outside, strict=True))
        for found in (made, painted)
    )
    return [
        Row("inpaint: inside as asked for", share(right), share(chance), "≥ 90 %", "%", count),
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
    """Instructions on held-out pictures: done, the rest kept, and both."""
    cases = []
    for number in range(count):
        random = Random(f"instruction {number}")
        before = sample_held_out(random, _EDIT_KINDS[number % len(_EDIT_KINDS)], "flat")
        cases.append((before, edit(before, random, training=False)))
    given = [
        {
            "prompt": change.instruction,
            "image": Image.fromarray(pixels_of(before)),
            "image_guidance_scale": 1.5,
        }
        for before, change in cases
    ]
    made = painter.paint("instruct", _load_instruct, ["pocket-instruct"], given)
    afters = [attributes_of(change.after) for _, change in cases]
    changes = [
        _changed(attributes_of(old), new) for (old, _), new in zip(cases, afters, strict=True)
    ]
    right = [judge(pixels, after).right for pixels, after in zip(made, afters, strict=True)]
    done = [all(one[n] for n in names) for one, names in zip(right, changes, strict=True)]
    kept = [
        all(value for n, value in one.items() if n not in names)
        for one, names in zip(right, changes, strict=True)
    ]
    step = len(_EDIT_KINDS)
    chance = [
        all(judge(pixels, after).right[n] for n in names)
        for pixels, after, names in zip(
            made, [*afters[step:], *afters[:step]], [*changes[step:], *changes[:step]], strict=True
        )
    ]
    both = [a and b for a, b in zip(done, kept, strict=True)]
    return [
        Row("instruction: done", share(done), share(chance), "", "%", count),
        Row("instruction: all else kept", share(kept), None, "", "%", count),
        Row("instruction: done, all else kept", share(both), None, "≥ 85 %", "%", count),
    ]


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [name for name, value in after.items() if before.get(name) != value]


def _load_instruct(models: Path) -> Any:
    from diffusers import StableDiffusionInstructPix2PixPipeline

    return StableDiffusionInstructPix2PixPipeline.from_pretrained(
        models / "pocket-instruct", dtype=torch.float32
    )
