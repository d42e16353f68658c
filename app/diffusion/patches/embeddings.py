"""Textual inversion (Gal et al. 2022): learnt vectors behind those of a text encoder's vocabulary.

Files are safetensors with one list of vectors, or with one for each text encoder (``clip_l`` and
``clip_g`` for SDXL). The vectors of several words lie behind each other in the order of the
patches, as diffusers' ``load_textual_inversion`` puts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from app.diffusion.loading.part_files import PICKLES
from app.diffusion.loading.tensor_files import open_tensors
from app.diffusion.loading.weights import shapes_of
from app.diffusion.patches.changing import Changes, Network
from app.diffusion.patches.refusals import NoNumbers, OtherFamily
from app.diffusion.text.learnt_words import Words, plain_name
from app.graph.phrases import Phrase
from app.sdk.checkpoint_shapes import recognise_shape
from app.sdk.errors import NodeError
from app.sdk.models import TextModel, Weights
from app.sdk.patches import Embedding, Patch
from app.sdk.weight_heads import read_head

_VOCABULARY = "token_embedding.weight"
_PARTS = {"clip_l": "text_encoder", "clip_g": "text_encoder_2"}
_MOST_VECTORS = 75
_LISTS = ("emb_params", "*")


class PickledEmbedding(NodeError):
    """Learnt words are often given as pickles."""

    english = (
        "{file} is a pickle, which can run code when it is opened, so it was not read: get the "
        "embedding as .safetensors, or convert it (File, Convert a pickle …, or main.py convert), "
        "which runs nothing in it."
    )


class NotAnEmbedding(NodeError):
    """A file was given as a learnt word that is none."""

    english = "{file} holds no learnt word ({found}): choose a textual inversion as .safetensors."


class OtherWidth(NodeError):
    """The vectors are for another text encoder."""

    english = (
        "{file} was made for another text encoder: its vectors have {found} numbers, "
        "but those of this model have {expected}; choose one for {family}."
    )


@dataclass(frozen=True)
class _Vectors:
    """The vectors for one text encoder: the tensor, how many they are and how wide."""

    tensor: str
    count: int
    width: int


@dataclass(frozen=True)
class EmbeddingFile:
    """A learnt word: its vectors by part, or under an empty name where there is but one list."""

    path: Path
    family: str
    vectors: Mapping[str, _Vectors]

    def of(self, part: str) -> _Vectors | None:
        """The vectors for a text encoder; a single list is for the first one."""
        return self.vectors.get(part) or (self.vectors.get("") if part == "text_encoder" else None)


@lru_cache(maxsize=64)
def open_embedding(path: Path, content: str) -> EmbeddingFile:
    """What a file of a learnt word holds; ``content`` is its hash. Only the head is read."""
    if path.suffix.lower() in PICKLES:
        raise PickledEmbedding(file=path)
    head = read_head(path)
    lists = {name: shape for name, shape in head.shapes.items() if 0 < len(shape) <= 2}
    named = _by_part(lists) or _alone(lists, len(head.shapes))
    if not named:
        raise NotAnEmbedding(file=path, found=f"{len(head.shapes)} tensors")
    vectors = {part: _vectors(path, name, lists[name]) for part, name in named.items()}
    shape = recognise_shape(head)
    return EmbeddingFile(path, shape.family if shape else "", vectors)


def _by_part(lists: Iterable[str]) -> dict[str, str]:
    """The names of tensors that tell which text encoder they are for, by its part."""
    return {part: name for name, part in _PARTS.items() if name in lists}


def _alone(lists: Iterable[str], tensors: int) -> dict[str, str]:
    """The name of the one list of vectors among few tensors, under an empty part."""
    chosen = [name for name in _LISTS if name in lists] or list(lists)
    return {"": chosen[0]} if tensors <= 2 and len(chosen) == 1 else {}


def _vectors(path: Path, name: str, shape: Sequence[int]) -> _Vectors:
    """The vectors of a list, of which a single one may have no dimension for their number."""
    *count, width = shape
    found = _Vectors(name, count[0] if count else 1, width)
    if not 0 < found.count <= _MOST_VECTORS or not width:
        raise NotAnEmbedding(file=path, found=f"{name} {list(shape)}")
    return found


def check_embedding(file: EmbeddingFile, text_model: TextModel) -> None:
    """Refuse a learnt word that was made for other text encoders."""
    family, widths = text_model.weights.family, []
    if "" in file.vectors and file.family not in ("", family):
        raise OtherFamily(file=file.path, family=file.family, model=family)
    for encoder in text_model.encoders:
        vectors, width = file.of(encoder.part), _vocabulary(encoder)[1]
        if vectors is not None and width:
            widths.append(vectors.width)
            if vectors.width != width:
                raise OtherWidth(file=file.path, found=vectors.width, expected=width, family=family)
    if not widths:
        theirs = file.family or Phrase("other text encoders")
        raise OtherFamily(file=file.path, family=theirs, model=family)


def words_of(patches: Sequence[Patch], weights: Weights) -> Words:
    """The learnt words of a text encoder, with the ids that stand for each.

    A word that was learnt for another encoder alone has none here.
    """
    first, words = _vocabulary(weights)[0], {}
    for patch in patches:
        if isinstance(patch, Embedding):
            vectors = open_embedding(patch.place, patch.content).of(weights.part)
            last = first + (vectors.count if vectors else 0)
            words[plain_name(patch.name)] = tuple(range(first, last))
            first = last
    return words


def embedding_changes(patch: Embedding, network: Network, stack: ExitStack) -> Changes:
    """The vocabulary of a text encoder with the vectors behind it."""
    vectors = open_embedding(patch.place, patch.content).of(network.part)
    names = [name for name in network.shapes if name.endswith(_VOCABULARY)]
    if vectors is None or not names:
        return {}
    read = stack.enter_context(open_tensors([patch.place]))

    def extend(vocabulary: Tensor) -> Tensor:
        learnt = read(vectors.tensor).to(vocabulary.device, torch.float32)
        if not bool(torch.isfinite(learnt).all()):
            raise NoNumbers(file=patch.place, tensor=vectors.tensor)
        return torch.cat([vocabulary, learnt.reshape(-1, vocabulary.shape[1])])

    return {names[0]: extend}


def _vocabulary(weights: Weights) -> tuple[int, int]:
    """How many tokens a text encoder knows, and how wide their vectors are; (0, 0) for T5."""
    shapes = shapes_of(weights)
    found = (shape for name, shape in shapes.items() if name.endswith(_VOCABULARY))
    count, width = next(found, (0, 0))
    return count, width
