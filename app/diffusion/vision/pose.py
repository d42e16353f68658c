"""Where people are in a picture, and where their joints are.

A detector finds people; a pose network looks at each of them alone (Xu et al., ViTPose, 2022), in
pixels that are sampled and read back as in Huang et al., "The Devil is in the Details" (2020).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.vision.networks import Observer
from app.diffusion.vision.skeleton import Joint

_MARGIN = 1.25
"""How much larger than a person the part is that the network sees."""

_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)
"""Of ImageNet, which these networks were trained with."""


class Person(NamedTuple):
    """The rectangle that a person fills, in pixels."""

    left: float
    top: float
    width: float
    height: float


def find_people(detector: Observer, pixels: Tensor, confidence: float) -> list[Person]:
    """The people in one picture (1, 3, height, width), the surest first."""
    height, width = pixels.shape[2:]
    told = detector.look(pixels)
    (found,) = detector.preparation.post_process_object_detection(
        told, threshold=confidence, target_sizes=[(height, width)]
    )
    names = {int(key): str(name).lower() for key, name in _labels(detector).items()}
    people = [
        (float(score), Person(left, top, right - left, bottom - top))
        for score, label, (left, top, right, bottom) in zip(
            found["scores"], found["labels"].tolist(), found["boxes"].tolist(), strict=True
        )
        if names.get(label) == "person" and right > left and bottom > top
    ]
    return [person for _, person in sorted(people, key=lambda one: -one[0])]


def find_joints(
    network: Observer, pixels: Tensor, person: Person, confidence: float
) -> list[Joint]:
    """The joints of one person, None where the network is less sure than ``confidence``."""
    height, width = _size(network.config)
    shown = widened(person, width / height)
    view = person_view(pixels, shown, width, height)
    with torch.inference_mode():
        told = network.network(view.to(network.place), **_expert(network))
    return [joint_in(heat, shown, confidence) for heat in told.heatmaps[0].float().cpu()]


def _labels(detector: Observer) -> dict[Any, Any]:
    labels = detector.network.config.id2label
    return dict(labels) if labels else {}


def _size(config: Any) -> tuple[int, int]:
    """Height and width of what the network sees."""
    size = config.get("backbone_config", {}).get("image_size", (256, 192))
    height, width = (size, size) if isinstance(size, int) else size
    return int(height), int(width)


def _expert(network: Observer) -> dict[str, Any]:
    """ViTPose++ has experts for several data sets; the first one knows COCO's joints."""
    experts = network.config.get("backbone_config", {}).get("num_experts", 1)
    index = torch.zeros(1, dtype=torch.long, device=network.place)
    return {"dataset_index": index} if experts > 1 else {}


def widened(person: Person, proportions: float) -> Person:
    """What the network sees of a person: of its proportions, and with a margin."""
    width = max(person.width, person.height * proportions) * _MARGIN
    height = max(person.height, person.width / proportions) * _MARGIN
    left = person.left + person.width / 2 - width / 2
    top = person.top + person.height / 2 - height / 2
    return Person(left, top, width, height)


def person_view(pixels: Tensor, shown: Person, width: int, height: int) -> Tensor:
    """A rectangle of a picture as the network sees it: of its size, normalised, black outside."""
    rows, columns = pixels.shape[2:]
    across = shown.left + torch.arange(width) * shown.width / (width - 1)
    down = shown.top + torch.arange(height) * shown.height / (height - 1)
    x = across / max(1, columns - 1) * 2 - 1
    y = down / max(1, rows - 1) * 2 - 1
    grid = torch.stack(torch.meshgrid(y, x, indexing="ij")[::-1], -1)[None]
    view = functional.grid_sample(pixels, grid, padding_mode="zeros", align_corners=True)
    mean, deviation = (torch.tensor(numbers).reshape(1, 3, 1, 1) for numbers in (_MEAN, _DEVIATION))
    return (view - mean) / deviation


def joint_in(heat: Tensor, shown: Person, confidence: float) -> Joint:
    """Where in the picture a map (rows, columns) is highest, if it is high enough."""
    if float(heat.max()) < confidence:
        return None
    rows, columns = heat.shape
    x, y = peak(heat)
    left = shown.left + x * shown.width / (columns - 1)
    return left, shown.top + y * shown.height / (rows - 1)


def peak(heat: Tensor) -> tuple[float, float]:
    """The highest place of a map, between its pixels where its neighbours tell so.

    Along each axis one step of Newton's method on the logarithm, as in Zhang et al.,
    "Distribution-Aware Coordinate Representation" (2020).
    """
    columns = heat.shape[1]
    y, x = divmod(int(heat.argmax()), columns)
    found = []
    for line, place in ((heat[y], x), (heat[:, x], y)):
        if not 0 < place < len(line) - 1:
            found.append(float(place))
            continue
        before, here, after = line[place - 1 : place + 2].clamp_min(1e-3).log().tolist()
        curve = before - 2 * here + after
        step = 0.5 * (before - after) / curve if curve < -1e-6 else 0.0
        found.append(place + max(-0.5, min(0.5, step)))
    return found[0], found[1]
