"""Turns a prompt into conditioning with a CLIP text encoder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch

from app.diffusion.emphasis import scale_a1111, scale_comfyui
from app.diffusion.refusals import ClipSkipTooLarge
from app.diffusion.store import TextEncoding
from app.diffusion.tokens import Window, show, split
from app.sdk.prompt import Reading, read_prompt
from app.sdk.values import Conditioning


@dataclass(frozen=True)
class Encoded:
    """An encoded prompt, and its tokens as text for people."""

    conditioning: Conditioning
    tokens: str


@dataclass(frozen=True)
class Encoder:
    """A text encoder with the choices that one prompt is encoded by.

    ``clip_skip`` is the number of last layers left out, as in diffusers.
    """

    encoding: TextEncoding
    reading: Reading
    clip_skip: int = 0

    @property
    def window(self) -> int:
        """How many tokens go in at once: 77 in Stable Diffusion 1."""
        positions = self.encoding.encoder.config.max_position_embeddings
        return int(min(positions, self.encoding.tokenizer.model_max_length))

    @torch.no_grad()
    def encode(self, text: str, family: str, check: Callable[[], None]) -> Encoded:
        """``text`` as embeddings of all its windows, one after the other along the tokens.

        ``check`` is called before each window. Raises TextTooLong or ClipSkipTooLarge.
        """
        layers = self.encoding.encoder.config.num_hidden_layers
        if self.clip_skip >= layers:
            raise ClipSkipTooLarge(skip=self.clip_skip, layers=layers)
        prompt = read_prompt(text, self.reading)
        windows = split(self.encoding.tokenizer, prompt, self.reading, self.window)
        parts = []
        for window in windows:
            check()
            parts.append(self._weighted(window))
        embeddings = torch.cat(parts, dim=1).to("cpu", torch.float32).contiguous()
        conditioning = Conditioning(embeddings, family, text=text)
        return Encoded(conditioning, show(windows, self.window))

    def _weighted(self, window: Window) -> torch.Tensor:
        """(1, window, width); without weights exactly what the encoder gives."""
        embeddings = self._hidden(window)
        weights = window.weights(self.window)
        if all(weight == 1 for weight in weights):
            return embeddings
        if self.reading == "A1111":
            return scale_a1111(embeddings, weights)
        return scale_comfyui(embeddings, self._hidden(Window(())), weights)

    def _hidden(self, window: Window) -> torch.Tensor:
        """The encoder's last layer, or an earlier one behind the same final norm."""
        encoder = self.encoding.encoder
        ids = torch.tensor([window.ids(self.encoding.tokenizer, self.window)])
        ids = ids.to(encoder.device)
        if self.clip_skip == 0:
            hidden = encoder(ids).last_hidden_state
        else:
            layers = encoder(ids, output_hidden_states=True).hidden_states
            hidden = encoder.final_layer_norm(layers[-(self.clip_skip + 1)])
        assert isinstance(hidden, torch.Tensor)
        return hidden
