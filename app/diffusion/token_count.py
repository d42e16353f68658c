"""Counts the tokens of a prompt with a tokenizer of its own, so beside whatever is computed."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.diffusion.tokens import split
from app.diffusion.weights import load_tokenizer
from app.sdk.prompt import Reading, read_prompt
from app.sdk.token_count import TokenCount

_WINDOW = 77
"""What a text encoder takes whose configuration does not say."""

_one_at_a_time = threading.Lock()


def count_tokens(path: Path, text: str, reading: Reading) -> TokenCount:
    """The tokens of ``text`` for the checkpoint in folder ``path``; from any thread.

    Raises what ``load_tokenizer`` and ``split`` do.
    """
    with _one_at_a_time:
        tokenizer, size = _tokenizer(path)
        windows = split(tokenizer, read_prompt(text, reading), reading, size)
    return TokenCount(sum(len(window.tokens) for window in windows), len(windows), size - 2)


@lru_cache(maxsize=4)
def _tokenizer(path: Path) -> tuple[Any, int]:
    """The tokenizer, and how many tokens the encoder takes at once, marks included."""
    tokenizer = load_tokenizer(path)
    try:
        config = json.loads((path / "text_encoder" / "config.json").read_text(encoding="utf-8"))
        positions = int(config.get("max_position_embeddings", _WINDOW))
    except (OSError, ValueError, AttributeError, TypeError):
        positions = _WINDOW
    return tokenizer, min(positions, tokenizer.model_max_length)
