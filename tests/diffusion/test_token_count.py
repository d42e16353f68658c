"""Tokens are counted as the encoder cuts them, from any thread and without its weights."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.diffusion.loading.tokenizers import load_tokenizer
from app.diffusion.text.token_count import count_tokens
from app.diffusion.text.tokens import split
from app.sdk.models import Weights
from app.sdk.paths import RESOURCES
from app.sdk.prompt import Reading, read_prompt
from app.sdk.token_count import TokenCount

POCKET = Weights("text_encoder", "pocket", "SD 1", str(RESOURCES / "models" / "pocket"))


@pytest.mark.parametrize("reading", ["plain", "A1111", "ComfyUI"])
@pytest.mark.parametrize("text", ["", "a red cat", "a (red:1.2) cat BREAK dog", "word " * 200])
def test_as_many_as_the_encoder_takes(text: str, reading: Reading) -> None:
    found = count_tokens(POCKET, text, reading)
    windows = split(load_tokenizer(POCKET), read_prompt(text, reading), reading, found.room + 2)
    assert found.windows == len(windows)
    assert found.count == sum(len(window.tokens) for window in windows)


def test_several_threads_may_count_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda n: count_tokens(POCKET, "cat " * n, "A1111"), range(1, 9))
    counts = [each.count for each in found]
    assert counts == [counts[0] * n for n in range(1, 9)]
    assert isinstance(count_tokens(POCKET, "cat", "A1111"), TokenCount)
