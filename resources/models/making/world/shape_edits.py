"""Changes shapes, and says the change as an instruction."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from resources.models.making.world.edit import Edit
from resources.models.making.world.picture import COLOURS, Shapes
from resources.models.making.world.sampling import colour_on, held_out
from resources.models.making.world.words.wording import spoken


def shape_edit(picture: Shapes, random: Random, training: bool) -> Edit:
    """Another colour for the first shape or for the ground."""
    while True:
        found = random.choice((_shape_colour, _shape_ground))(picture, random)
        if not (training and held_out(found.after)):
            return found


def _shape_colour(picture: Shapes, random: Random) -> Edit:
    number = random.randrange(len(picture.shapes))
    shape = picture.shapes[number]
    colour = colour_on(random, picture.ground, *(other.colour for other in picture.shapes))
    shapes = list(picture.shapes)
    shapes[number] = replace(shape, colour=colour)
    said = spoken(colour, random)
    noun = shape.kind
    if len(shapes) > 1 and shapes[0].kind == shapes[1].kind:
        noun = f"{spoken(shape.colour, random)} {noun}"
    words = (f"make the {noun} {said}", f"turn the {noun} {said}", f"paint the {noun} {said}")
    stays = ("background", "second shape" if number == 0 else "first shape")
    return Edit("colour", random.choice(words), replace(picture, shapes=tuple(shapes)), stays)


def _shape_ground(picture: Shapes, random: Random) -> Edit:
    taken = {shape.colour for shape in picture.shapes} | set(picture.ground)
    fits = [name for name in COLOURS if name not in taken]
    ground = random.choice(fits)
    said = spoken(ground, random)
    words = (f"make the background {said}", f"turn the background {said}")
    return Edit(
        "background",
        random.choice(words),
        replace(picture, ground=(ground,)),
        ("first shape", "second shape"),
    )
