"""Puts patches on handles: the checks that can be made without loading anything, then a note."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.diffusion import families
from app.diffusion.loading.weights import shapes_of
from app.diffusion.patches.changing import Network
from app.diffusion.patches.embeddings import check_embedding, open_embedding
from app.diffusion.patches.lora_files import LoRAFile, open_lora
from app.diffusion.patches.loras import Fit, check_lora
from app.diffusion.patches.refusals import KnownWord, OnlyForUNets
from app.diffusion.text.learnt_words import plain_name
from app.graph.phrases import Phrase
from app.sdk.families import VIDEO
from app.sdk.learnt_names import name_in_prompts
from app.sdk.models import Model, TextModel, Weights
from app.sdk.patches import Blocks, Embedding, FreeU, LoRA

_SHOWN = 5


def add_lora(
    model: Model,
    text_model: TextModel | None,
    path: Path,
    content: str,
    strengths: tuple[float, float],
    blocks: Blocks,
) -> tuple[Model, TextModel | None, str]:
    """Handles with a LoRA, and how well it fits.

    ``strengths`` are those in the network and in the text encoders; at 0 a handle comes out as it
    came in. Raises a refusal where the LoRA cannot be used.
    """
    file = open_lora(path)
    encoders = text_model.encoders if text_model else ()
    networks = [network_of(model.sources), *(network_of((weights,)) for weights in encoders)]
    fits = check_lora(file, networks)
    if strengths[0] and fits[model.weights.part].layers:
        model = model.patched(LoRA(content, strengths[0], blocks, str(path)))
    if text_model and strengths[1] and any(fits[handle.part].layers for handle in encoders):
        text_model = text_model.patched(LoRA(content, strengths[1], blocks, str(path)))
    return model, text_model, _report(file, fits)


def add_word(text_model: TextModel, path: Path, content: str, word: str) -> TextModel:
    """Text encoders that know the learnt word in a file, which may be called otherwise.

    Raises a refusal where the file cannot be used, or where the word is known already.
    """
    check_embedding(open_embedding(path, content), text_model)
    name = word or name_in_prompts(path.stem)
    known = (patch for patch in text_model.patches if isinstance(patch, Embedding))
    if any(plain_name(other.name) == plain_name(name) for other in known):
        raise KnownWord(word=name)
    return text_model.patched(Embedding(name, content, str(path)))


def add_freeu(model: Model, patch: FreeU) -> Model:
    """A model with FreeU; refuses one that has no U-Net, or one of space and time."""
    family = model.weights.family
    if family == VIDEO or families.of(family).network != "unet":
        raise OnlyForUNets(patch="FreeU", family=family)
    return model.patched(patch)


def network_of(sources: Sequence[Weights]) -> Network:
    """What can be patched in a network from one or more sources; told without loading it."""
    shapes = {name: shape for source in sources for name, shape in shapes_of(source).items()}
    return Network(sources[0].part, sources[0].family, shapes)


def _report(file: LoRAFile, fits: dict[str, Fit]) -> str:
    lines = [f"{part}: {fit.layers} layers" for part, fit in fits.items()]
    missing = [layer for fit in fits.values() for layer in fit.missing]
    if missing:
        shown = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
        lines.append(f"{len(missing)} layers match nothing: {shown}")
    elsewhere = len(file.layers) - len(missing) - sum(fit.layers for fit in fits.values())
    if elsewhere:
        lines.append(Phrase("{count} layers are for parts that are not here", count=elsewhere))
    return "\n".join(lines)
