"""A picture that was seen in the viewer, with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from app.places import is_file
from app.ui.viewer.pictures import Shown

_LONGEST = 80


@dataclass(frozen=True, eq=False)
class KnownPicture:
    """A picture and where it comes from.

    ``fingerprint`` names the value it is number ``index`` of ``count`` of; empty for a preview,
    which is no value. ``graph`` is the text of the graph that made it and ``path`` the file that
    it was saved in, each empty where there is none. ``rate``: frames of a video a second, of which
    this is one; 0 for pictures.
    """

    image: QImage
    title: str
    node: str = ""
    fingerprint: str = ""
    index: int = 0
    count: int = 1
    graph: str = ""
    path: str = ""
    rate: float = 0.0

    @classmethod
    def of(cls, shown: Shown, title: str, graph: str) -> KnownPicture:
        """A picture that was brought, of a node called ``title``."""
        place = (shown.node, shown.fingerprint, shown.index, shown.count)
        return cls(shown.image, title, *place, graph, rate=shown.rate)

    @property
    def is_video(self) -> bool:
        """Whether it is a frame of what moves."""
        return self.rate > 0 and self.count > 1

    @property
    def name(self) -> str:
        """The value and the number of the picture in it; empty for a preview."""
        return f"{self.fingerprint}:{self.index}" if self.fingerprint else ""

    @property
    def file(self) -> Path | None:
        """The file that it was saved in, as long as that is there."""
        path = Path(self.path)
        return path if self.path and is_file(path) else None

    @property
    def suggested_name(self) -> str:
        """What a new file of it may be called."""
        kept = "".join(
            letter if letter.isalnum() or letter in " -_" else "_" for letter in self.title
        )
        number = f" {self.index + 1}" if self.count > 1 and not self.is_video else ""
        return (kept.strip()[:_LONGEST] or "picture") + number
