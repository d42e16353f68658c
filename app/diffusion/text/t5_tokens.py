"""Reads a weighted prompt into the tokens of T5."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.diffusion.text.tokens import LONGEST_TEXT, Token
from app.sdk.prompt import Prompt, Segment


def t5_tokens(tokenizer: Any, prompt: Prompt) -> Iterator[Token]:
    """All tokens of a prompt with their weights, without the end mark."""
    segments = [segment for group in prompt for segment in group]
    for segment in segments:
        # Every stretch is read as words of their own; spaces at its ends are none.
        text = segment.text if len(segments) == 1 else segment.text.strip()
        yield from _tokens_of(tokenizer, Segment(text, segment.weight))


def _tokens_of(tokenizer: Any, segment: Segment) -> Iterator[Token]:
    text = segment.text.encode("utf-8", "replace").decode("utf-8")[:LONGEST_TEXT]
    found = tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    for id, (start, end) in zip(found["input_ids"], found["offset_mapping"], strict=True):
        yield Token(id, text[start:end].strip(), segment.weight)
