"""The T5 text encoder of SD 3 and Flux, which takes a prompt whole, up to a given length.

Raffel et al. 2020, "Exploring the Limits of Transfer Learning with a Unified Text-to-Text
Transformer"; padded and without a mask, as in diffusers' pipelines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch

from app.diffusion.families.family import EncodedPart
from app.diffusion.text.emphasis import scale_a1111, scale_comfyui
from app.diffusion.text.encodings import TextEncoding
from app.diffusion.text.t5_tokens import t5_tokens
from app.diffusion.text.tokens import Window
from app.sdk.prompt import Reading, read_prompt


@dataclass(frozen=True)
class T5Encoder:
    """T5 with ``length`` tokens, the end mark among them; what is longer is cut off.

    Weights act on its embeddings as they do on CLIP's in the same reading: A1111 multiplies each
    token and restores the mean over the whole length, ComfyUI moves it away from the empty prompt.
    BREAK does nothing, since there are no windows.
    """

    encoding: TextEncoding
    reading: Reading
    length: int
    fills: bool = False

    def split(self, text: str) -> tuple[Window, ...]:
        """One window with the tokens that fit in."""
        tokens = list(t5_tokens(self.encoding.tokenizer, read_prompt(text, self.reading)))
        return (Window(tuple(tokens[: self.length - 1]), full=len(tokens) >= self.length),)

    def encode(self, windows: Sequence[Window], check: Callable[[], None]) -> EncodedPart:
        """(1, length, width); without weights exactly what T5 gives."""
        check()
        (window,) = windows
        hidden = self._hidden(window)
        weights = [token.weight for token in window.tokens]
        if all(weight == 1 for weight in weights):
            return EncodedPart(hidden, None)
        weights += [1.0] * (self.length - len(weights))
        if self.reading == "A1111":
            return EncodedPart(scale_a1111(hidden, weights), None)
        return EncodedPart(scale_comfyui(hidden, self._hidden(Window(())), weights), None)

    def show(self, windows: Sequence[Window]) -> str:
        """The tokens for people, as ``tokens.show``."""
        (window,) = windows
        shown = " | ".join(
            token.text if token.weight == 1 else f"{token.text} x{token.weight:.3g}"
            for token in window.tokens
        )
        end = " (cut here)" if window.full else ""
        return f"T5: {len(window.tokens)} of {self.length - 1} tokens: {shown}{end}"

    def _hidden(self, window: Window) -> torch.Tensor:
        tokenizer, encoder = self.encoding.tokenizer, self.encoding.encoder
        ids = [*(token.id for token in window.tokens), tokenizer.eos_token_id]
        ids += [tokenizer.pad_token_id] * (self.length - len(ids))
        hidden: torch.Tensor = encoder(torch.tensor([ids]).to(encoder.device))[0]
        return hidden


@dataclass(frozen=True)
class LeftOut:
    """A T5 that a model does without: zeros stand for its words, as in diffusers' pipelines."""

    width: int
    length: int
    fills: bool = False

    def split(self, text: str) -> tuple[Window, ...]:
        """Nothing is read."""
        return (Window(()),)

    def encode(self, windows: Sequence[Window], check: Callable[[], None]) -> EncodedPart:
        """(1, length, width) of zeros."""
        return EncodedPart(torch.zeros(1, self.length, self.width), None)

    def show(self, windows: Sequence[Window]) -> str:
        """There is nothing to show."""
        return ""
