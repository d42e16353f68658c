"""What SDXL and its refiner are told of a picture beside the words: sizes, cropping, looks.

Podell et al. 2023, "SDXL: Improving Latent Diffusion Models", section 2.2.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.sdk.encoding import register_kind


@dataclass(frozen=True)
class PictureSize:
    """Sizes as width and height in pixels; what is None is that of the picture being made.

    ``original``: before the picture was scaled for training; ``crop``: how far it was cut off at
    the left and at the top; ``target``: what it was cropped to; ``score``: how good it looks, 0 to
    10, for the refiner, which is told it instead of ``target``.
    """

    original: tuple[int, int] | None = None
    crop: tuple[int, int] = (0, 0)
    target: tuple[int, int] | None = None
    score: float | None = None


register_kind(PictureSize)
