"""A picture on the screen."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, Node, Passes, socket


class Preview(Node):
    """Show pictures without saving them; they go on unchanged."""

    category = "Image"
    aliases = ("show", "view", "look")
    is_target = True

    image: Image = socket("The pictures to show.", each=True)

    def run(self, ctx: Context) -> Annotated[Image, "The same pictures.", Passes("image")]:
        return self.image
