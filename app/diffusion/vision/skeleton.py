"""Draws people as OpenPose does: 18 joints and 17 bones in the colours that pose ControlNets know.

Cao et al., "OpenPose: Realtime Multi-Person 2D Pose Estimation" (2019).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy
import torch
from PIL import Image as Pillow
from PIL import ImageDraw
from torch import Tensor

Joint = tuple[float, float] | None
"""Where a joint is in pixels, from left and top; None where it was not seen."""

_NOSE, _LEFT_SHOULDER, _RIGHT_SHOULDER = 0, 5, 6
_FROM_COCO = (_NOSE, None, 6, 8, 10, 5, 7, 9, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3)
"""For every joint of OpenPose the one of COCO's 17; the neck is none of those."""

_NECK = 1
_BONES = (
    *((1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10)),
    *((1, 11), (11, 12), (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17)),
)
_COLOURS = (
    *((255, 0, 0), (255, 85, 0), (255, 170, 0), (255, 255, 0), (170, 255, 0), (85, 255, 0)),
    *((0, 255, 0), (0, 255, 85), (0, 255, 170), (0, 255, 255), (0, 170, 255), (0, 85, 255)),
    *((0, 0, 255), (85, 0, 255), (170, 0, 255), (255, 0, 255), (255, 0, 170), (255, 0, 85)),
)
_BONE_BRIGHTNESS = 0.6
_FINE = 4
"""Drawn this many times larger and averaged down, so that edges are smooth."""


def openpose_joints(found: Sequence[Joint]) -> list[Joint]:
    """COCO's 17 joints of one person in OpenPose's order, with a neck between the shoulders."""
    joints = [None if place is None else found[place] for place in _FROM_COCO]
    left, right = found[_LEFT_SHOULDER], found[_RIGHT_SHOULDER]
    if left and right:
        joints[_NECK] = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
    return joints


def draw_people(
    people: Sequence[Sequence[Joint]], width: int, height: int, thickness: float
) -> Tensor:
    """People of 18 joints on black, (1, 3, height, width).

    Joints are discs and bones ellipses ``thickness`` pixels to each side of their middle.
    """
    picture = Pillow.new("RGB", (width * _FINE, height * _FINE))
    draw = ImageDraw.Draw(picture)
    for joints in people:
        for (first, last), colour in zip(_BONES, _COLOURS, strict=False):
            start, end = joints[first], joints[last]
            if start and end:
                _draw_bone(draw, start, end, thickness, colour)
        for joint, colour in zip(joints, _COLOURS, strict=True):
            if joint:
                x, y = (number * _FINE for number in joint)
                reach = thickness * _FINE
                draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)
    small = numpy.array(picture.resize((width, height), Pillow.Resampling.BOX), numpy.float32)
    return torch.from_numpy(small / 255).permute(2, 0, 1)[None].contiguous()


def _draw_bone(
    draw: ImageDraw.ImageDraw,
    start: tuple[float, float],
    end: tuple[float, float],
    thickness: float,
    colour: tuple[int, int, int],
) -> None:
    """An ellipse from one joint to another, darker than they are."""
    length = math.hypot(end[0] - start[0], end[1] - start[1]) / 2
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    points = []
    for degree in range(0, 360, 6):
        along = length * math.cos(math.radians(degree))
        aside = thickness * math.sin(math.radians(degree))
        x = middle[0] + along * math.cos(turn) - aside * math.sin(turn)
        y = middle[1] + along * math.sin(turn) + aside * math.cos(turn)
        points.append((x * _FINE, y * _FINE))
    red, green, blue = (int(number * _BONE_BRIGHTNESS) for number in colour)
    draw.polygon(points, fill=(red, green, blue))
