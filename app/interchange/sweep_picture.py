"""The pictures of a sweep as one labelled grid, drawn without a window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from app.graph.sweep_layout import LABEL_LINES, Box, Place, SweepLayout, cell_size, text_height
from app.graph.sweeps import Sweep
from app.interchange.embedding import Embedding, embed

_BACKDROP, _EMPTY, _TEXT, _TITLE = "#16181d", "#23262d", "#e8eaee", "#9aa1ad"
_EMPTY_CELL = 192, 192


class SweepPicture:
    """Draws what has come of a sweep so far. ``fonts`` holds the program's letters."""

    def __init__(self, sweep: Sweep, images: Mapping[Place, Image.Image], fonts: Path) -> None:
        self._sweep, self._images, self._fonts = sweep, images, fonts
        found = next(iter(images.values()), None)
        self._cell = cell_size(sweep, found.size if found else _EMPTY_CELL)

    def draw(self) -> Image.Image:
        """The whole grid; cells without a picture are empty."""
        layout = self._layout
        made = Image.new("RGB", layout.size, _BACKDROP)
        pen = ImageDraw.Draw(made)
        for place in layout.places():
            left, top, width, height = layout.box(place)
            image = self._images.get(place)
            if image is None:
                pen.rectangle((left, top, left + width - 1, top + height - 1), fill=_EMPTY)
                continue
            scale = min(width / image.width, height / image.height)
            size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
            fitted = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
            made.paste(fitted, (left + (width - size[0]) // 2, top + (height - size[1]) // 2))
        for box, text, is_title in layout.labels():
            self._write(pen, box, text, is_title)
        return made

    def save(self, path: Path, graph: str | Embedding) -> None:
        """Write the grid as a new PNG with the graph that was swept over inside.

        Raises OSError, FileExistsError where there is such a file.
        """
        made = self.draw()
        with path.open("xb") as file:
            inside = embed(graph) if isinstance(graph, str) else graph
            made.save(file, "PNG", **inside.options("PNG", 0, *made.size))

    @cached_property
    def _layout(self) -> SweepLayout:
        axes, plain = self._sweep.axes, self._font("Inter-Regular.otf")
        line = sum(plain.getmetrics())
        lines = max(len(self._wrapped(text, self._cell[0])) for text in axes[0].labels)
        beside = (axes[1].title, *axes[1].labels) if len(axes) > 1 else ()
        bold = self._font("Inter-Bold.otf")
        widest = max((round(bold.getlength(text)) + 1 for text in beside), default=0)
        return SweepLayout(self._sweep, self._cell, line, lines * line, widest)

    def _font(self, name: str) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self._fonts / name, text_height(self._cell))

    def _write(self, pen: ImageDraw.ImageDraw, box: Box, text: str, is_title: bool) -> None:
        font = self._font("Inter-Bold.otf" if is_title else "Inter-Regular.otf")
        left, top, width, height = box
        lines = "\n".join(self._wrapped(text, width)[:LABEL_LINES])
        colour = _TITLE if is_title else _TEXT
        place = left + width / 2, top + height / 2
        pen.multiline_text(place, lines, colour, font, anchor="mm", align="center")

    def _wrapped(self, text: str, width: int) -> list[str]:
        """A text in lines of about this width."""
        font, lines = self._font("Inter-Regular.otf"), [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and font.getlength(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
