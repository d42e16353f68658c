"""Outlines of pictures for ControlNets."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Node, param, socket


class Canny(Node):
    """Draw thin white outlines where colours change, for Canny ControlNets."""

    category = "ControlNet"
    aliases = ("edges", "outline", "preprocessor", "contour")

    image: Image = socket("The pictures.", each=True)
    low: float = param(
        default=0.08,
        low=0.0,
        high=1.0,
        step=0.01,
        tip="Weakest change that still continues an outline; 1 is black against white.",
    )
    high: float = param(
        default=0.16, low=0.0, high=1.0, step=0.01, tip="Weakest change that starts an outline."
    )
    blur: float = param(
        default=0.6,
        low=0.0,
        high=16.0,
        step=0.1,
        unit="px",
        tip="Blur before looking: more ignores noise and fine texture.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "White outlines on black."]:
        from app.diffusion.pictures import edges

        return Image(edges.canny(self.image.pixels, self.low, self.high, self.blur))


class LineDrawing(Node):
    """Turn pictures into soft white lines, for line art ControlNets."""

    category = "ControlNet"
    aliases = ("lineart", "line art", "sketch", "edges", "preprocessor")

    image: Image = socket("The pictures.", each=True)
    width: float = param(
        default=1.0, low=0.3, high=16.0, step=0.1, unit="px", tip="How broad the lines are."
    )
    strength: float = param(
        default=1.0, low=0.1, high=10.0, step=0.1, tip="More lets weaker lines turn white."
    )
    style: Literal["soft", "ink", "even"] = param(
        default="soft",
        tip="Soft keeps greys; ink gives solid lines; even brings faint lines to the usual "
        "strength, such as those of a pencil sketch.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "White lines on black."]:
        from app.diffusion.pictures import edges

        return Image(edges.line(self.image.pixels, self.width, self.strength, self.style))


class SoftEdge(Node):
    """Draw soft borders of large and small shapes, for soft edge (HED, PiDiNet) ControlNets."""

    category = "ControlNet"
    aliases = ("hed", "pidinet", "softedge", "edges", "contour", "preprocessor")

    image: Image = socket("The pictures.")
    detail: float = param(
        default=0.5,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="More shows fine structure, less only the large shapes.",
    )
    levels: int = param(
        default=0,
        low=0,
        high=16,
        tip="Round to so many greys, so that no trace of the picture hides in them; with 0 or 1 "
        "all are kept.",
        advanced=True,
    )

    def run(self, ctx: Context) -> Annotated[Image, "Soft white borders on black."]:
        from app.diffusion.pictures import edges

        return Image(edges.soft_edge(self.image.pixels, self.detail, self.levels))


class Scribble(Node):
    """Turn pictures into few broad white strokes, for scribble ControlNets."""

    category = "ControlNet"
    aliases = ("doodle", "sketch", "edges", "preprocessor")

    image: Image = socket("The pictures.", each=True)
    detail: float = param(
        default=0.5, low=0.0, high=1.0, step=0.05, tip="More draws weaker outlines too."
    )
    thickness: int = param(default=5, low=1, high=64, unit="px", tip="How broad the strokes are.")

    def run(self, ctx: Context) -> Annotated[Image, "White strokes on black."]:
        from app.diffusion.pictures import edges

        return Image(edges.scribble(self.image.pixels, self.detail, self.thickness))
