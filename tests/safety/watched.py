"""Opens one thing in a process of its own and tells what Python's audit hook saw meanwhile.

Called with what to open, the folder that the user chose and a folder for settings. First something
harmless of the same kind is opened, so that the libraries are there; then the hook is set.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Opener = Callable[[Path], None]


class Watch:
    """Notes what happens while it is on."""

    def __init__(self) -> None:
        self.is_on = False
        self.seen: list[tuple[str, str]] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.is_on:
            return
        about = arguments[0] if arguments else ""
        if event == "open":
            writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            self.seen.append(("write" if writes else "read", _path(about)))
        elif event in _CODE:
            code = getattr(about, "co_filename", "") or (arguments[1:2] or ("",))[0]
            self.seen.append((event, _path(code) if event != "import" else str(about)))
        elif event in _LOOKS:
            self.seen.append(("read", _path(about)))
        else:
            self.seen.append((event, repr(arguments)[:200]))


_CODE = ("exec", "compile", "import")
_LOOKS = ("os.listdir", "os.scandir", "os.walk", "pathlib.Path.glob", "pathlib.Path.rglob")


def _path(path: object) -> str:
    """A path as text; empty for an open file, which was told of before."""
    named = isinstance(path, str | bytes | os.PathLike)
    return os.path.abspath(os.fsdecode(path)) if named else ""  # type: ignore[arg-type]  # noqa: PTH100


def open_graphs(folder: Path) -> None:
    """Read, check and look through every graph."""
    from app.graph.errors import LoomError
    from app.graph.file import open_file
    from app.graph.outside import outside_places
    from app.places import OWN_NODES
    from app.sdk.registry import Registry

    if not _KINDS:
        registry = Registry()
        registry.load_folder(OWN_NODES)
        _KINDS.append(registry)
    careful = _careful(_KINDS[0])
    for file in sorted(folder.glob("*.loom")):
        try:
            snapshot = open_file(file, careful).snapshot
        except LoomError:
            continue
        outside_places(snapshot, careful)
        for node in snapshot.main.nodes.values():
            careful.describe(node.type, node.parameters, {})


_KINDS: list[Any] = []


def _careful(kinds: Any) -> Any:
    from app.allowed import KnownPlaces
    from app.ui.trust.careful_kinds import CarefulKinds

    return CarefulKinds(kinds, KnownPlaces(Path(sys.argv[3])))


def open_pictures(folder: Path) -> None:
    """Take the graph out of every picture."""
    from app.interchange.picture_graph import read_graph

    for file in sorted(folder.iterdir()):
        if file.suffix in (".png", ".jpg", ".webp", ".gif"):
            read_graph(file)


def list_models(folder: Path) -> None:
    """Look through a folder of models and tell what they are."""
    from app.models.shelf import Shelf

    shelf = Shelf([folder])
    shelf.refresh()
    for record in shelf.shelved.records:
        shelf.find(record.kind, record.name) if record.kind else None


def open_models(folder: Path) -> None:
    """Open every model as the nodes do, without loading it."""
    from app.diffusion.checkpoints.opening import check_model, open_model
    from app.sdk.errors import NodeError

    for path in sorted(folder.iterdir()):
        try:
            check_model(path)
            open_model(path, "abc")
        except NodeError:
            continue


def list_packs(folder: Path) -> None:
    """Tell what node packs bring, before and after they are taken in."""
    from app.node_packs import PackError, installed, open_pack
    from app.sdk.registry import Registry

    for path in sorted(folder.iterdir()):
        try:
            open_pack(path)
        except PackError:
            continue
    list(installed(folder))
    Registry().load_folder(folder, "user", lambda _: False)


def open_window(folder: Path) -> None:
    """Open every graph and picture in a window, and let it show and foretell what it wants."""
    import time

    from PySide6.QtWidgets import QApplication

    window = _WINDOW[0] if _WINDOW else _window()
    for file in sorted(folder.iterdir()):
        window.files.open_path(file)
    end = time.monotonic() + 0.8
    while time.monotonic() < end:
        QApplication.processEvents()


_WINDOW: list[Any] = []


def _window() -> Any:
    from PySide6.QtWidgets import QApplication

    from app.allowed import KnownPlaces
    from app.engine.worker import Worker
    from app.models.shelf import Shelf
    from app.places import OWN_NODES
    from app.sdk.registry import Registry
    from app.ui.bridge import Bridge
    from app.ui.languages.translated_kinds import TranslatedKinds
    from app.ui.run import read_picture
    from app.ui.settings.remembered import Remembered
    from app.ui.trust.careful_kinds import CarefulKinds
    from app.ui.window import MainWindow
    from tests.toys import NoDevice

    settings = Path(sys.argv[3])
    application = QApplication([])
    registry, places, bridge = Registry(), KnownPlaces(settings), Bridge()
    registry.load_folder(OWN_NODES)
    models = Shelf([])
    worker = Worker(registry, NoDevice, models, bridge.post, settings / "pictures", 2**20)
    kinds = CarefulKinds(TranslatedKinds(registry), places)
    window = MainWindow(kinds, worker, models, Remembered(settings), read_picture, places)
    bridge.arrived.connect(window.handle)
    window.show()
    worker.warm_up()
    _WINDOW.extend((window, application, worker, bridge))
    return window


OPENERS: dict[str, Opener] = {
    "graphs": open_graphs,
    "pictures": open_pictures,
    "models on the shelf": list_models,
    "models": open_models,
    "node packs": list_packs,
    "graphs in a window": open_window,
}


def main() -> None:
    """Open the harmless folder, then the hostile one; print what was seen as JSON."""
    what, harmless, _, hostile = sys.argv[1:5]
    opener = OPENERS[what]
    opener(Path(harmless))
    watch = Watch()
    watch.is_on = True
    opener(Path(hostile))
    watch.is_on = False
    sys.stdout.write(json.dumps(watch.seen) + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
