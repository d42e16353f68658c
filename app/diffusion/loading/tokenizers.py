"""Tokenizers: those of a model folder, or the one of CLIP that comes with the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import transformers

from app.diffusion.checkpoints.layouts import layout_of_family
from app.diffusion.checkpoints.refusals import NoTokenizer, NoTokenizerFile
from app.diffusion.loading.part_files import first_line, part_folder
from app.diffusion.loading.parts import tokenizer_of
from app.diffusion.loading.refusals import DamagedConfig
from app.graph.phrases import Phrase
from app.sdk.models import Weights
from app.sdk.paths import RESOURCES

_CLIP = RESOURCES / "tokenizers" / "clip"
_CODE_OF_LIBRARIES = (TypeError, AttributeError, LookupError)
"""Errors that tell of a library's code, which says nothing to users."""

_BYTES = 256  # a byte-pair vocabulary holds a token for each


def load_tokenizer(weights: Weights) -> Any:
    """The tokenizer of the text encoder behind a handle.

    That of CLIP comes with the program, where the model brings none. Raises NoTokenizer for T5.
    """
    path, part = weights.place, tokenizer_of(weights.part)
    if weights.tokenizer:
        return _loaded_t5(_folder_inside(weights.tokenizer_place, part))
    if path.is_dir() and ((path / "model_index.json").is_file() or _has_tokenizer(path)):
        return _loaded(part_folder(path, part))
    described = layout_of_family(weights.family).folder / part
    if _is_t5(described):
        raise NoTokenizer(file=path)
    return _loaded(_CLIP, pad_token=_config(described).get("pad_token"))


def _loaded(folder: Path, **settings: Any) -> Any:
    kind = transformers.T5Tokenizer if _is_t5(folder) else transformers.CLIPTokenizer
    return _made(kind, folder, **settings)


def _loaded_t5(folder: Path) -> Any:
    """The tokenizer of T5 in a folder that the user named; its config may be missing."""
    if not (folder / "tokenizer.json").is_file():
        raise NoTokenizerFile(folder=folder)
    return _made(transformers.T5Tokenizer, folder)


def _made(kind: Any, folder: Path, **settings: Any) -> Any:
    try:
        tokenizer = kind.from_pretrained(str(folder), local_files_only=True, **settings)
        words = len(tokenizer)
        tokenizer("a")  # what it is made of may not fit together
    except _CODE_OF_LIBRARIES as error:
        problem = Phrase("no tokenizer can be made from it")
        raise DamagedConfig(file=folder, problem=problem) from error
    except Exception as error:  # the library's own errors are of every kind
        raise DamagedConfig(file=folder, problem=first_line(error)) from error
    # With its files missing, transformers makes a tokenizer of the special tokens alone.
    if words < _BYTES:
        raise DamagedConfig(file=folder, problem=Phrase("the vocabulary is missing"))
    return tokenizer


def _folder_inside(folder: Path, part: str) -> Path:
    """The folder that holds a tokenizer: ``folder``, or the one in a model folder."""
    for inside in (folder / part, folder / "tokenizer"):
        if inside.is_dir():
            return inside
    return folder


def _has_tokenizer(folder: Path) -> bool:
    return any((folder / name).is_file() for name in ("tokenizer.json", "vocab.json"))


def _is_t5(folder: Path) -> bool:
    """Whether a tokenizer is that of a T5 encoder, by the class that its config names."""
    return str(_config(folder).get("tokenizer_class", "")).startswith("T5")


def _config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return config if isinstance(config, dict) else {}
