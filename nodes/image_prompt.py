"""Pictures as a prompt."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, ImageEncoder, ImagePrompt, Node, PromptAdapter, socket


class EncodeImagePrompt(Node):
    """Turn pictures into a prompt that an IP-Adapter can follow.

    Each picture is cut to the square in its middle. Several pictures of one batch, or of several
    wires, act together. The result is kept: to try strengths, the encoder need not look again.
    """

    title = "Image Prompt"
    category = "Conditioning"
    aliases = ("ip adapter encode", "clip vision encode")

    encoder: ImageEncoder = socket("The encoder that the IP-Adapter was made with.")
    adapter: PromptAdapter = socket("The IP-Adapter, which says what it wants to know.")
    images: tuple[Image, ...] = socket("The pictures to follow.", variadic=True)

    def run(self, ctx: Context) -> Annotated[ImagePrompt, "The pictures, for the IP-Adapter."]:
        """Look at every picture once."""
        from app.diffusion.steering.image_prompts import encode_pictures

        return encode_pictures(ctx, self.encoder, self.adapter, self.images)
