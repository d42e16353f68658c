"""Draw the sample pictures in resources/pictures: python -m tools.draw_pictures

They are drawn as those are from which the model in the box has learnt.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from resources.models.making.world.drawing import draw, things_of
from resources.models.making.world.looks.styles import STYLE_PAINTERS
from resources.models.making.world.picture import Scene

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "pictures"
SIDE = 128

COTTAGE = Scene(row=("tree", "house", ""), sky_thing="clouds", flowers=True)
STREET = (
    Scene(row=("tree", "house", ""), house="yellow", light_side="left"),
    Scene(row=("", "", "")),
    Scene(row=("", "house", "tree")),
)


def draw_cottage() -> Image.Image:
    """A red house with a tree to its left, flowers before it and clouds in the sky."""
    return Image.fromarray(draw(COTTAGE, SIDE).pixels)


def draw_cottage_depth() -> Image.Image:
    """How near everything in the same picture is: white near, black far."""
    depth = np.broadcast_to(draw(COTTAGE, SIDE).depth, (SIDE, SIDE))
    return Image.fromarray((depth * 255.0).astype(np.uint8)).convert("RGB")


def draw_street() -> Image.Image:
    """A picture three times as wide: houses and trees under one sun, a meadow between them.

    Every other part is turned round, so that the ground goes on from one to the next.
    """
    street = Image.new("RGB", (len(STREET) * SIDE, SIDE))
    for number, scene in enumerate(STREET):
        part = _with_sun(scene) if number == 0 else _without_sun(scene)
        part = part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if number % 2 else part
        street.paste(part, (number * SIDE, 0))
    return street


def with_hole(picture: Image.Image, hole: tuple[int, int, int, int]) -> Image.Image:
    """The same picture with a part erased, as a paint program would: what is to be repainted."""
    alpha = Image.new("L", picture.size, 255)
    ImageDraw.Draw(alpha).rectangle(hole, fill=0)
    erased = picture.convert("RGBA")
    erased.putalpha(alpha)
    return erased


def _with_sun(scene: Scene) -> Image.Image:
    return Image.fromarray(draw(scene, SIDE).pixels)


def _without_sun(scene: Scene) -> Image.Image:
    things, sky = things_of(scene)
    left = [thing for thing in things if thing.name != "sun"]
    return Image.fromarray(np.asarray(STYLE_PAINTERS[scene.style](left, sky, SIDE)))


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    cottage, hole = draw_cottage(), (38, 36, 96, 102)
    street = with_hole(draw_street(), (SIDE + 28, 36, SIDE + 99, 104))
    pictures = {
        "cottage": cottage,
        "cottage-depth": draw_cottage_depth(),
        "cottage-erased": with_hole(cottage, hole),
        "street-erased": street,
    }
    for name, picture in pictures.items():
        picture.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
