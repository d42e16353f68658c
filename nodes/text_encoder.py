"""Encodes a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from app.sdk import Conditioning, Context, Node, Plain, TextModel, ValueType, param, socket
from app.sdk.traits import traits_from


class EncodedText(NamedTuple):
    """An encoded prompt and how it was read."""

    conditioning: Annotated[Conditioning, "The prompt as the network understands it."]
    tokens: Annotated[str, "The tokens, their weights, and where a long prompt was cut."]


class TextEncoder(Node):
    """Turn a prompt into conditioning for the Sampler.

    A prompt longer than the encoder's window (75 words or so) is encoded in several windows. The
    second output shows the tokens and where the prompt was cut.
    """

    category = "Conditioning"
    version = 2
    aliases = ("prompt", "clip text encode", "positive", "negative")

    text_model: TextModel = socket("Text encoder of a model.")
    text: str = param(
        default="",
        tip="The prompt: what the picture should show, or should not show.",
        many_lines=True,
        read_by="reading",
    )
    second: str = param(
        default="",
        tip="Another prompt for the second text encoder of SDXL, SD 3 or Flux; empty: the same.",
        many_lines=True,
        read_by="reading",
        advanced=True,
    )
    third: str = param(
        default="",
        tip="Another prompt for T5, the third text encoder of SD 3; empty: the same as the first.",
        many_lines=True,
        read_by="reading",
        advanced=True,
    )
    reading: Literal["plain", "A1111", "ComfyUI"] = param(
        default="A1111",
        tip=(
            "How brackets weigh words. A1111: (more), [less], (much more:1.4), which multiply, and "
            "BREAK starts a new window. ComfyUI: (more), (much more:1.4), where a number replaces "
            "the brackets around it. plain: brackets are text. Write \\( for a bracket."
        ),
    )
    clip_skip: int = param(
        default=0,
        low=0,
        high=11,
        step=1,
        tip="How many of the encoder's last layers to leave out; 0 uses all (A1111 calls that 1).",
    )
    length: int = param(
        default=0,
        low=0,
        high=512,
        tip="How many tokens T5 takes of the prompt, which cost time in every step; 0 takes what "
        "is usual: 256 for SD 3, 512 for Flux. Flux schnell was made for 256.",
        advanced=True,
    )

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The conditioning is of the text model's family."""
        kind = cls.spec.outputs_by_name["conditioning"].type
        return {"conditioning": kind.with_traits(**traits_from(inputs, ["text_model"]))}

    def run(self, ctx: Context) -> EncodedText:
        """Read the prompt, cut it into windows and encode each."""
        from app.diffusion import families
        from app.diffusion.text.encoder import Encoder

        family = families.of(self.text_model.weights.family)
        encoder = Encoder(
            ctx.weights(self.text_model),
            family,
            self.reading,
            self.clip_skip,
            self.length,
            self.text_model.width,
        )
        encoded = encoder.encode(self.text, ctx.check, self.second, self.third)
        return EncodedText(encoded.conditioning, encoded.tokens)
