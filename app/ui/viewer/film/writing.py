"""A video of the viewer as a file: a picture that moves, with the graph that made it inside."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from app.graph.phrases import Phrase
from app.ui.viewer.picture_writing import PictureNotSaved, write_whole
from app.ui.viewer.pictures import Pictured

if TYPE_CHECKING:
    from PIL import Image

    from app.interchange.embedding import Embedding

FILM_FORMATS: dict[str, Literal["WebP", "GIF"]] = {".webp": "WebP", ".gif": "GIF"}
"""File endings of pictures that move; Save Video writes others."""

_QUALITY = 90
_SHORTEST = 20
"""Milliseconds; browsers show frames of an animation that are shorter as if they were slow ones."""


def write_film(path: Path, film: Pictured | None, rate: float, graph: str | Embedding) -> None:
    """Write all frames, in one piece or not at all; ``rate`` in frames a second.

    Raises PictureNotSaved.
    """
    if film is None:
        raise PictureNotSaved(path=path, problem=Phrase("its frames are no longer kept"))
    try:
        content = _encoded(_frames(film), FILM_FORMATS[path.suffix.lower()], rate, graph)
    except (OSError, ValueError, SystemError, MemoryError) as error:
        raise PictureNotSaved(path=path, problem=str(error) or type(error).__name__) from error
    write_whole(path, content)


def _frames(film: Pictured) -> list[Image.Image]:
    from PIL import Image  # not needed to show the window

    frames = (film.picture(index) for index in range(len(film)))
    return [Image.frombytes("RGB", (each.width, each.height), each.rgb) for each in frames]


def _encoded(
    frames: Sequence[Image.Image],
    format: Literal["WebP", "GIF"],
    rate: float,
    graph: str | Embedding,
) -> bytes:
    from app.interchange.embedding import embed
    from app.interchange.video_notes import animation_options, with_mark

    carried = embed(graph) if isinstance(graph, str) else graph
    first, *others = frames
    more: dict[str, Any] = {"quality": _QUALITY} if format == "WebP" else {}
    written = BytesIO()
    first.save(
        written,
        format,
        save_all=True,
        append_images=others,
        duration=max(round(1000 / rate), _SHORTEST),
        loop=0,
        **more,
        **(animation_options(carried, format, *first.size) if graph else {}),
    )
    return with_mark(written.getvalue(), format, carried) if graph else written.getvalue()
