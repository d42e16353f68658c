"""Whether ControlNets are followed: silhouettes of what was asked for and of what was made."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import torch
from PIL import Image

from resources.models.making.evaluation.asked import asked
from resources.models.making.evaluation.painting import SIDE, Painter
from resources.models.making.evaluation.results import Row, share
from resources.models.making.judge.silhouettes import overlap, silhouette
from resources.models.making.training.control import outlined
from resources.models.making.world.drawing import draw
from resources.models.making.world.picture import Picture

_KINDS = ("shape", "relation", "scene", "scene")
_CLEAR = 0.7


def control_rows(painter: Painter, count: int, kind: str) -> list[Row]:
    """Median overlap, and how many overlap clearly, with prompts that say nothing of places."""
    wanted = [asked(_KINDS[n % len(_KINDS)], n, "flat", False) for n in range(count)]
    given = [
        {"prompt": one.prompt, "image": shown(kind, one.picture), "height": SIDE, "width": SIDE}
        for one in wanted
    ]
    models = ["pocket", f"pocket-{kind}"]
    made = painter.paint(f"control-{kind}", partial(_load, kind), models, given)
    there = [silhouette(pixels, one.shapes) for pixels, one in zip(made, wanted, strict=True)]
    true = [silhouette(draw(one.picture).pixels, one.shapes) for one in wanted]
    found = [overlap(*pair) for pair in zip(there, true, strict=True)]
    step = len(_KINDS)
    chance = [overlap(*pair) for pair in zip(there, [*true[step:], *true[:step]], strict=True)]
    rows = [
        Row(f"ControlNet {kind}: IoU, median", median(found), median(chance), "≥ 0.85", "", count),
        Row(
            f"ControlNet {kind}: IoU over 0.7",
            share([one > _CLEAR for one in found]),
            share([one > _CLEAR for one in chance]),
            "≥ 90 %",
            "%",
            count,
        ),
    ]
    for name, shapes in (("shapes", True), ("scenes", False)):
        value, by_chance = (
            median([v for v, one in zip(values, wanted, strict=True) if one.shapes == shapes])
            for values in (found, chance)
        )
        title = f"ControlNet {kind}: IoU, median, {name} only"
        many = sum(one.shapes == shapes for one in wanted)
        rows.append(Row(title, value, by_chance, "", "", many))
    return rows


def shown(kind: str, picture: Picture) -> Image.Image:
    """The picture that controls: outlines, or depth."""
    drawing = draw(picture, SIDE)
    if kind == "edges":
        return Image.fromarray(outlined(drawing.pixels)).convert("RGB")
    depth = np.broadcast_to(drawing.depth, (SIDE, SIDE))
    return Image.fromarray((depth * 255).astype(np.uint8)).convert("RGB")


def _load(kind: str, models: Path) -> Any:
    from diffusers import ControlNetModel, StableDiffusionControlNetPipeline

    control = ControlNetModel.from_pretrained(models / f"pocket-{kind}", dtype=torch.float32)
    return StableDiffusionControlNetPipeline.from_pretrained(
        models / "pocket", controlnet=control, dtype=torch.float32
    )
