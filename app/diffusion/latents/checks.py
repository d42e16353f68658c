"""Which latents can be brought together, and why others cannot."""

from __future__ import annotations

from app.diffusion.video.frames import frames_of
from app.graph.phrases import Phrase
from app.sdk.errors import NodeError
from app.sdk.families import latents_of
from app.sdk.values import Latent


class OtherFamily(NodeError):
    """Two latents are of families that do not share them."""

    english = (
        "One latent is for {first} and the other for {second}: "
        "decode one of them and encode it with the other's VAE."
    )


class OtherSize(NodeError):
    """Two latents that should lie on each other differ in size."""

    english = (
        "One latent is {first} pixels and the other {second}: "
        "bring them to one size with a Resize Latent."
    )


class OtherCount(NodeError):
    """Two batches of latents cannot be matched one by one."""

    english = "One input has {first} latents and the other {second}: give as many, or a single one."


class OtherLength(NodeError):
    """Two latents are of videos of other lengths, or one is of a picture."""

    english = (
        "One latent has {first} frames and the other {second}: take as many frames, and single "
        "pictures only together with such."
    )


class NothingInIt(NodeError):
    """A blank latent arrived where a picture is needed."""

    english = (
        "An empty latent shows nothing that could be used here: connect a picture through VAE "
        "Encode, or what a Sampler made."
    )


def check_same_kind(first: Latent, second: Latent) -> None:
    """Raise OtherFamily or OtherLength where two latents do not mean the same by their numbers."""
    check_same_length(first, second)
    families = [latents_of(latent.family) for latent in (first, second)]
    channels = [latent.samples.shape[1] for latent in (first, second)]
    same_grid = first.factor == second.factor and channels[0] == channels[1]
    if families[0] == families[1] and same_grid:
        return
    names = [
        Phrase(
            "{family} ({channels} channels)",
            family=latent.family or Phrase("any family"),
            channels=count,
        )
        for latent, count in zip((first, second), channels, strict=True)
    ]
    raise OtherFamily(first=names[0], second=names[1])


def check_same_length(first: Latent, second: Latent) -> None:
    """Raise OtherLength where two latents are not of pictures, or of as many frames, both."""
    lengths = [frames_of(latent.samples) for latent in (first, second)]
    if lengths[0] != lengths[1] or first.samples.ndim != second.samples.ndim:
        raise OtherLength(first=lengths[0], second=lengths[1])


def check_same_size(first: Latent, second: Latent) -> None:
    """Raise OtherSize where two latents do not lie on each other."""
    if first.samples.shape[-2:] != second.samples.shape[-2:]:
        sizes = [
            f"{latent.samples.shape[-1] * latent.factor} x "
            f"{latent.samples.shape[-2] * latent.factor}"
            for latent in (first, second)
        ]
        raise OtherSize(first=sizes[0], second=sizes[1])


def check_same_count(first: int, second: int) -> None:
    """Raise OtherCount where neither is one of a kind nor both are as many."""
    if 1 not in (first, second) and first != second:
        raise OtherCount(first=first, second=second)


def check_shows(*latents: Latent) -> None:
    """Raise NothingInIt for a blank latent."""
    if any(latent.empty for latent in latents):
        raise NothingInIt
