"""Finds models by name, kind and content: in the user's folders, or wherever a path leads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.graph.kinds import KnownModel
from app.graph.phrases import Phrase
from app.models.index import ModelIndex
from app.models.records import ModelRecord, Shelved, sorted_records
from app.sdk.errors import NodeError

_LONGEST_NAME = 200
_SHOWN = 12
_SHOW_SECONDS = 1.0
"""How often a long look through the folders shows what it has found so far."""

_WORDS = {
    "checkpoint": Phrase("model"),
    "controlnet": Phrase("ControlNet"),
    "lora": Phrase("LoRA"),
    "vae": Phrase("VAE"),
    "text_encoder": Phrase("text encoder"),
    "embedding": Phrase("embedding"),
    "ip_adapter": Phrase("IP-Adapter"),
    "image_encoder": Phrase("image encoder"),
    "t2i_adapter": Phrase("T2I-Adapter"),
    "motion_adapter": Phrase("motion adapter"),
    "upscaler": Phrase("upscaler"),
    "depth_estimator": Phrase("depth network"),
    "segmenter": Phrase("segmentation network"),
    "pose_estimator": Phrase("pose network"),
    "person_detector": Phrase("person detector"),
}
"""What messages call the kinds of models."""


class NoSuchModel(NodeError):
    """A graph names a model that is not there."""

    english = "There is no {kind} {name}: {remedy}."


class Shelf:
    """The models below ``folders``, by name: the path from its folder, with ``/``.

    Where two folders have a model of the same name, the earlier folder wins. May be asked from any
    thread. Unless somebody looks through the folders in the background (``is_tended``), the first
    question does. What ``on_change`` holds is called, on the thread that looked, when there is
    something new.
    """

    def __init__(self, folders: Sequence[Path], index: ModelIndex | None = None) -> None:
        self._folders = tuple(folders)
        self._index = index
        self._looking = threading.RLock()
        self._shelved: Shelved | None = None
        self.is_tended = False
        self.on_change: list[Callable[[], None]] = []

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where models are looked for, the first folder first."""
        return self._folders

    @property
    def shelved(self) -> Shelved:
        """All models, as far as they are known now."""
        return self._shelved or Shelved()

    def looked_through(self) -> Shelved:
        """All models; looks through the folders if nobody has done that yet."""
        if self._shelved is None and not self.is_tended:
            self.refresh()
        return self.shelved

    def look_again(self) -> None:
        """Look through the folders when somebody asks for the next time."""
        if not self.is_tended:
            self._shelved = None

    def look_in(self, folders: Sequence[Path]) -> None:
        """Look through other folders from now on."""
        if tuple(folders) != self._folders:
            self._folders = tuple(folders)
            if not self.is_tended:
                self._shelved = None

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of all models of ``kind`` (``checkpoint``, ``controlnet``), sorted."""
        return tuple(sorted(self.looked_through().names(kind)))

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model; None if nothing is. A tended shelf touches no file for it."""
        found = self.looked_through().by_name.get((kind, name))
        return found.known if found else None

    def find(self, kind: str, name: str) -> Path:
        """Where a model lies; ``name`` may also be a path. Raises NoSuchModel.

        A path is handed back as it is when something lies there: what it holds is for others to
        judge.
        """
        known = self.shelved.by_name.get((kind, name))
        if known is not None and known.path.exists():
            return known.path
        path = _existing(name)
        if path is not None:
            return path
        direct = self._directly(kind, name)
        if direct is not None:
            return direct
        if self._shelved is None or not self.is_tended:
            self.refresh()  # the model may have come, or moved, since the last look
        found = self.shelved.by_name.get((kind, name))
        if found is None:
            shown = name[:_LONGEST_NAME].strip()
            named = Phrase("called {name}", name=shown) if shown else Phrase("without a name")
            named = Phrase("at {path}", path=shown) if Path(shown).is_absolute() else named
            words = _WORDS.get(kind, kind)
            raise NoSuchModel(kind=words, name=named, remedy=self._remedy(kind))
        return found.path

    def refresh(self, check: Callable[[], None] = lambda: None) -> None:
        """Look through the folders again; ``check`` is called often, to stop by raising."""
        from app.models.scanning import Scan, gone, scan  # the window is there the sooner

        with self._looking:
            folders = self._folders
            known = self._remembered()
            if self.is_tended and self._shelved is None and known:
                self._show(_below(known.values(), folders))  # as it was when the program ended
            shown, done = time.monotonic(), Scan()
            for done in scan(folders, known, check):
                if self.is_tended and time.monotonic() - shown > _SHOW_SECONDS:
                    self._show([*{**_by_path(self.shelved.records), **done.found}.values()])
                    shown = time.monotonic()
            if self._index is not None:
                self._index.keep(done.fresh, gone(known, done, folders))
            self._show(list(done.found.values()))

    def take_in(self, path: Path, *, hash: str = "", source: str = "") -> None:
        """Put a model that was fetched just now on the shelf; what is none is left alone."""
        from app.models.scanning import candidate_at, looked_at

        for folder in self._folders:
            try:
                found = candidate_at(folder, path) if path.is_relative_to(folder) else None
            except OSError:  # gone by now
                continue
            if found is not None:
                record = replace(looked_at(found), hash=hash, source=source)
                if self._index is not None:
                    self._index.keep([record])
                self._add(record)
                return

    def learn(self, path: Path, *, hash: str = "", source: str = "") -> None:
        """Remember the hash of a model's content, or where it was fetched."""
        with self._looking:
            records = _by_path(self.shelved.records)
            if path not in records:
                return
            before = records[path]
            told = replace(before, hash=hash or before.hash, source=source or before.source)
            if self._index is not None:
                self._index.keep([told])
            self._show([*{**records, path: told}.values()])

    def _remembered(self) -> dict[Path, ModelRecord]:
        indexed = self._index.load() if self._index and self._shelved is None else {}
        return {**indexed, **_by_path(self.shelved.records)}

    def _show(self, records: Sequence[ModelRecord]) -> None:
        """From now on, these are the models."""
        shelved = Shelved(sorted_records(records))
        changed = self._shelved is None or shelved.records != self._shelved.records
        self._shelved = shelved
        for tell in self.on_change if changed else ():
            tell()

    def _directly(self, kind: str, name: str) -> Path | None:
        """Where a model of this name lies, by a look at the one place; None if not there."""
        from app.models.scanning import candidate_at, looked_at

        if not name.strip() or Path(name).is_absolute() or ".." in Path(name).parts:
            return None
        for folder in self._folders:
            try:
                found = candidate_at(folder, folder / name) if (folder / name).exists() else None
            except (OSError, ValueError):  # too long, no permission, a null character
                continue
            record = looked_at(found) if found else None
            if record is not None and record.kind == kind:
                self._add(record, patience=0)
                return record.path
        return None

    def _add(self, record: ModelRecord, *, patience: float = -1) -> None:
        """Show a model that came after the last look through the folders.

        A run has no ``patience`` with a look that goes on: that will find the model, too.
        """
        if self._shelved is None or not self._looking.acquire(timeout=patience):
            return
        try:
            records = _by_path(self._shelved.records)
            self._show([*{**records, record.path: record}.values()])
        finally:
            self._looking.release()

    def _remedy(self, kind: str) -> Phrase:
        names = self.names(kind)
        if names:
            some, left = ", ".join(names[:_SHOWN]), len(names) - _SHOWN
            if left <= 0:
                return Phrase("choose {names}, or give its path", names=some)
            return Phrase(
                "choose {names} and {count} more, or give its path",
                names=some,
                count=left,
            )
        places = " / ".join(str(folder) for folder in self._folders) or Phrase("a model folder")
        return Phrase("put it into {places}, or give its path", places=places)


def _by_path(records: Iterable[ModelRecord]) -> dict[Path, ModelRecord]:
    return {record.path: record for record in records}


def _below(records: Iterable[ModelRecord], folders: Sequence[Path]) -> list[ModelRecord]:
    """The records below one of ``folders``, those of an earlier folder first."""
    return [r for folder in folders for r in records if r.path.is_relative_to(folder)]


def _existing(name: str) -> Path | None:
    """The path that ``name`` stands for, if something lies there."""
    try:
        path = Path(name).expanduser()
        return path.resolve() if name.strip() and path.exists() else None
    except (OSError, RuntimeError, ValueError):  # too long, no such home folder, a null character
        return None
