"""What a family says to the size of a picture and to cfg, before anything is computed."""

from __future__ import annotations

from app.diffusion.families.family import Family
from app.sdk.errors import NodeError
from app.sdk.models import Model
from app.sdk.values import Latent


class UnevenPatches(NodeError):
    """A picture cannot be cut into the patches that a network looks at."""

    english = (
        "{family} looks at pictures in patches of {patch} pixels, and {width} x {height} leaves "
        "some over: make both sides multiples of {patch}, such as {fitting}."
    )


class OtherFactor(NodeError):
    """A latent is of another scale than those of the model."""

    english = (
        "The latent is {factor} times smaller than its picture, but this model works on latents "
        "that are {expected} times smaller: encode the picture with the VAE of this model."
    )


class NoGuidance(NodeError):
    """cfg was set for a network that takes none."""

    english = (
        "This {family} model was trained to need no guidance, such as schnell, so cfg {cfg:g} "
        "cannot act: set cfg to 1, or connect a negative prompt to be led away from."
    )


def check_factor(model: Model, latent: Latent) -> None:
    """Raise OtherFactor where a latent was made by an autoencoder that shrinks otherwise."""
    if latent.factor != model.factor:
        raise OtherFactor(factor=latent.factor, expected=model.factor)


def check_patches(model: Model, latent: Latent, family: Family) -> None:
    """Raise UnevenPatches where the picture, or a window of it, does not fit the family's patch."""
    height, width = (int(side) for side in latent.samples.shape[-2:])
    _check_sides((height, width), latent, family)
    if model.windows is not None:
        tall = min(model.windows.height // latent.factor, height)
        _check_sides((tall, min(model.windows.width // latent.factor, width)), latent, family)


def _check_sides(sides: tuple[int, int], latent: Latent, family: Family) -> None:
    if all(side % family.patch == 0 for side in sides):
        return
    patch = family.patch * latent.factor
    height, width = (side * latent.factor for side in sides)
    fitting = " x ".join(str(max(patch, side // patch * patch)) for side in (width, height))
    raise UnevenPatches(
        family=family.name, patch=patch, width=width, height=height, fitting=fitting
    )


def check_cfg(model: Model, family: Family, cfg: float, *, has_negative: bool) -> None:
    """Raise NoGuidance where cfg should act on a network that neither takes it nor needs it."""
    if family.needs_no_guidance and not model.distilled and not has_negative and cfg > 1:
        raise NoGuidance(family=family.name, cfg=cfg)
