"""Counts the tokens of a prompt with a tokenizer of its own, so beside whatever is computed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from transformers import T5Tokenizer

from app.diffusion import families
from app.diffusion.loading.sources import source_of
from app.diffusion.loading.tokenizers import load_tokenizer
from app.diffusion.patches.embeddings import words_of
from app.diffusion.text.t5_tokens import t5_tokens
from app.diffusion.text.tokens import split
from app.graph.errors import LoomError
from app.sdk.models import Weights
from app.sdk.patches import Patch
from app.sdk.prompt import Reading, read_prompt
from app.sdk.token_count import TokenCount

_WINDOW = 77
"""What a text encoder takes whose configuration does not say."""

_one_at_a_time = threading.Lock()


def count_tokens(
    weights: Weights, text: str, reading: Reading, patches: Sequence[Patch] = ()
) -> TokenCount:
    """The tokens of ``text`` for the text encoder behind a handle; from any thread.

    ``patches`` may bring words that were learnt. Raises what ``load_tokenizer`` and ``split`` do.
    """
    with _one_at_a_time:
        tokenizer, size = _tokenizer(weights)
        if isinstance(tokenizer, T5Tokenizer):
            taken = sum(1 for _ in t5_tokens(tokenizer, read_prompt(text, reading)))
            return TokenCount(taken, 1, families.of(weights.family).text_length - 1)
        words = words_of(patches, weights)
        windows = split(tokenizer, read_prompt(text, reading), reading, size, words)
    return TokenCount(sum(len(window.tokens) for window in windows), len(windows), size - 2)


@lru_cache(maxsize=4)
def _tokenizer(weights: Weights) -> tuple[Any, int]:
    """The tokenizer, and how many tokens the encoder takes at once, marks included."""
    tokenizer = load_tokenizer(weights)
    try:
        positions = int(source_of(weights).config.get("max_position_embeddings", _WINDOW))
    except (LoomError, ValueError, TypeError):
        positions = _WINDOW
    return tokenizer, min(positions, tokenizer.model_max_length)
