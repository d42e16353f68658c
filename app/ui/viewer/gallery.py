"""Which picture is seen where: thumbnails on the nodes, one picture in the viewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from app.ui.canvas.view import Canvas
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.pictures import PictureLoader, Shown, to_thumbnail
from app.ui.viewer.viewer import Viewer

_SEEN = 100
"""Of how many results the last preview is kept."""


class Gallery(QObject):
    """Brings pictures from runs to nodes and viewer.

    The viewer follows a run: it shows how far it is, and in the end the newest picture, where what
    the run was meant to make goes before what it made on the way. Once the user selects a node that
    has a picture, it shows that one until the next run.
    """

    def __init__(
        self,
        canvas: Canvas,
        viewer: Viewer,
        loader: PictureLoader,
        title: Callable[[str], str],
        graph: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._viewer, self._loader = canvas, viewer, loader
        self._title, self._graph = title, graph
        self._graphs: dict[str, str] = {}
        self._sending: dict[str, int] = {}
        self._pictures: dict[str, str] = {}
        self._fresh: set[str] = set()
        self._previews: dict[str, QImage] = {}
        self._seen: dict[str, QImage] = {}
        self._follows = True
        self._newest = ""
        self._newest_is_target = False
        self._selected = ""
        self._is_seen = False
        loader.loaded.connect(self._loaded)

    def show(self) -> None:
        """The tab of this graph is seen from now on: the viewer is its own."""
        self._is_seen = True
        self._viewer.clear()
        chosen = not self._follows and self._selected in self._pictures
        wanted = self._selected if chosen else self._newest
        if wanted in self._pictures:
            self._loader.load(wanted, self._pictures[wanted])

    def hide(self) -> None:
        """Another tab is seen from now on; pictures still go to the nodes."""
        self._is_seen = False

    def close(self) -> None:
        """Take no pictures any more."""
        self.hide()
        self._loader.loaded.disconnect(self._loaded)

    def begin(self) -> None:
        """A run begins: its first picture will be the newest."""
        self._newest_is_target = False
        self._follows = True
        if self._is_seen:
            self._viewer.begin_run()

    def forget(self) -> None:
        """Another graph was opened; its nodes may have the same ids."""
        for node in self._pictures.keys() | self._previews.keys():
            self._canvas.set_preview(node, None)
        self._pictures.clear()
        self._fresh.clear()
        self._previews.clear()
        self._graphs.clear()
        self._sending.clear()
        self._newest, self._newest_is_target = "", False
        if self._is_seen:
            self._viewer.clear()

    def forget_nodes(self, gone: Iterable[str]) -> None:
        """These nodes are no more."""
        for node in gone:
            self._pictures.pop(node, None)
            self._fresh.discard(node)
            self._previews.pop(node, None)
            self._graphs.pop(node, None)
            self._sending.pop(node, None)

    def select(self, nodes: Sequence[str]) -> None:
        """The user selected these nodes."""
        self._selected = nodes[0] if len(nodes) == 1 else ""
        wanted = self._selected
        if wanted not in self._pictures:
            return
        self._follows = False
        if self._is_seen and wanted != self._viewer.node:
            self._loader.load(wanted, self._pictures[wanted])

    def pictured(self, node: str, fingerprint: str, is_target: bool) -> None:
        """A run made, or found, a picture."""
        self._pictures[node] = fingerprint
        self._fresh.add(node)
        self._graphs[node] = self._graph()
        if is_target or not self._newest_is_target:
            self._newest, self._newest_is_target = node, is_target
        self._loader.load(node, fingerprint)

    def send(self, node: str, slot: int) -> bool:
        """Put the picture of a node into a slot of the viewer; False where it has none."""
        if node not in self._pictures:
            return False
        self._sending[node] = slot
        now = self._viewer.comparing.now
        index = now.index if now is not None and self._viewer.node == node else 0
        self._loader.load(node, self._pictures[node], index)
        return True

    def previewed(self, node: str, image: QImage) -> None:
        """A node shows how far it is."""
        self._previews[node] = to_thumbnail(image)
        self._canvas.set_preview(node, self._previews[node])
        if self._is_seen and (self._follows or self._selected == node):
            self._viewer.show_preview(image, self._title(node))

    def unpictured(self, node: str, fingerprint: str, new: bool) -> None:
        """A run made, or found, what is no picture: the last that was seen of it stands for it."""
        if new and node in self._previews:
            self._seen[fingerprint] = self._previews[node]
            while len(self._seen) > _SEEN:
                self._seen.pop(next(iter(self._seen)))
        elif not new and (node in self._previews or fingerprint in self._seen):
            image = self._seen.get(fingerprint)
            if image is not None:
                self._previews[node] = image
            self._canvas.set_preview(node, image)

    def _loaded(self, shown: Shown) -> None:
        if self._pictures.get(shown.node) != shown.fingerprint:
            return
        graph = self._graphs.get(shown.node, "")
        slot = self._sending.pop(shown.node, None)
        if slot is not None:
            known = KnownPicture.of(shown, self._title(shown.node), graph)
            self._viewer.send(slot, known)
            return
        # A picture that is only looked at again may be of a graph that has changed since.
        self._canvas.set_preview(shown.node, shown.thumbnail, again=shown.node not in self._fresh)
        self._fresh.discard(shown.node)
        if not self._is_seen:
            return
        chosen = not self._follows and self._selected in self._pictures
        wanted = self._selected if chosen else self._newest
        if shown.node == wanted:
            self._viewer.show_picture(KnownPicture.of(shown, self._title(shown.node), graph))
