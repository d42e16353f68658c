"""The user's settings: one typed, versioned JSON file that survives damage and newer versions."""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast, get_args

from app.sdk.saving import GraphChoice, Saving

FILE_NAME = "settings.json"
FORMAT = 1
MOST_RECENT_FILES = 12
GIBIBYTE = 1024**3

_BOUNDS: Mapping[str, tuple[float, float]] = {
    "memory_budget": (0, 2**50),
    "disk_budget": (0, 2**60),
    "history_entries": (1, 10**7),
    "history_bytes": (0, 2**50),
    "notice_after": (0.0, 1e7),
    "run_delay": (0.0, 3600.0),
}
"""The least and the most of numbers; beyond them nobody meant it, or the system fails."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What the program remembers between sessions.

    ``window_geometry`` and ``window_layout`` are Qt's own bytes in base64, empty until a window was
    closed once. ``output_folder`` is where pictures are saved, empty for the program's own choice.
    ``memory_budget`` is what the cache may hold in memory and ``disk_budget`` on disk, in bytes;
    ``disk_cache`` switches the latter off, ``disk_folder`` moves it, empty for the program's own
    choice. ``sharp_pixels`` shows enlarged pictures pixel by pixel. ``theme`` is "dark", "light",
    or "system" for that of the system. ``advanced_open`` unfolds the advanced parameters in the
    inspector. ``run_on_edit`` runs the graph after every change that matters, ``run_delay`` seconds
    later. ``language`` is a code such as "zh_CN", or "system". ``start_with`` is what the window
    opens: the "session" before, or the page of "welcome". ``model_folders`` are looked through
    besides the program's own; ``node_folder`` is where the user's own nodes lie, empty for the
    program's own choice. ``recent_commands`` are the ids of the actions that were found last,
    ``keys`` the keys that the user gave to actions by their ids. With ``keep_unsaved`` the program
    ends without a question and shows unsaved graphs again at its next start. A run
    that took ``notice_after`` seconds is told of when it ends, 0 for never. ``snap_to_grid`` and
    ``snap_to_neighbours`` draw what is dragged on the canvas to its lines, ``minimap`` shows the
    map in its corner, ``highlight_path`` lets step back what the selection has nothing to do with,
    and ``recent_kinds`` are the kinds of nodes that were added last.
    ``history_entries`` and ``history_bytes`` bound what the history remembers.
    ``memory`` is how networks are to lie in memory: "automatic", "whole", "thrifty" or "least".
    With ``worker_process`` graphs run in a process of their own.
    ``embedded_graph`` is the graph in saved pictures: "whole", "private" for one without paths and
    prompts, or "none"; ``ai_mark`` marks generated ones, and ``ai_prompt`` tells the prompt there.
    ``last_pictures`` has the file of the last picture that a recent graph made. ``extra`` keeps the
    fields of a newer version.
    """

    format: int = FORMAT
    recent_files: tuple[str, ...] = ()
    window_geometry: str = ""
    window_layout: str = ""
    output_folder: str = ""
    memory_budget: int = 4 * GIBIBYTE
    disk_cache: bool = True
    disk_folder: str = ""
    disk_budget: int = 20 * GIBIBYTE
    sharp_pixels: bool = False
    history_entries: int = 5000
    history_bytes: int = GIBIBYTE // 2
    theme: str = "system"
    language: str = "system"
    start_with: str = "session"
    model_folders: tuple[str, ...] = ()
    node_folder: str = ""
    advanced_open: bool = False
    run_on_edit: bool = False
    recent_commands: tuple[str, ...] = ()
    keys: dict[str, list[str]] = field(default_factory=dict)
    keep_unsaved: bool = True
    notice_after: float = 10.0
    run_delay: float = 0.4
    snap_to_grid: bool = False
    snap_to_neighbours: bool = True
    minimap: bool = True
    highlight_path: bool = False
    recent_kinds: tuple[str, ...] = ()
    memory: str = "automatic"
    worker_process: bool = False
    embedded_graph: str = "whole"
    ai_mark: bool = True
    ai_prompt: bool = False
    last_pictures: dict[str, str] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def saving(self) -> Saving:
        """What saved pictures are to carry."""
        graph = self.embedded_graph if self.embedded_graph in get_args(GraphChoice) else "whole"
        return Saving(cast(GraphChoice, graph), mark=self.ai_mark, prompt=self.ai_prompt)

    def with_recent(self, path: Path) -> Settings:
        """The same settings with ``path`` at the head of the recent files."""
        others = [known for known in self.recent_files if known != str(path)]
        return replace(self, recent_files=(str(path), *others)[:MOST_RECENT_FILES])

    def with_picture(self, graph: Path, picture: str) -> Settings:
        """The same settings with the file of the last ``picture`` that a recent graph made."""
        pictures = {**self.last_pictures, str(graph): picture}
        kept = {path: made for path, made in pictures.items() if path in self.recent_files}
        return replace(self, last_pictures=kept)

    def without_recent(self, path: Path) -> Settings:
        """The same settings with ``path`` forgotten."""
        kept = tuple(known for known in self.recent_files if known != str(path))
        return replace(self, recent_files=kept)


def load_settings(folder: Path) -> Settings:
    """The settings kept in ``folder``; a damaged file is set aside and the defaults are used."""
    path = folder / FILE_NAME
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict):
            raise ValueError("not an object")
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        _set_aside(path, error)
        return Settings()
    return _from_plain(data)


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings in one piece; raises OSError, and then the old file is unchanged."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = asdict(settings)
    text = json.dumps({**plain.pop("extra"), **plain}, indent=2) + "\n"
    handle, name = tempfile.mkstemp(dir=folder, prefix=FILE_NAME, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(folder / FILE_NAME)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _set_aside(path: Path, error: Exception) -> None:
    """Keep a damaged file under another name, so that nothing the user wrote is lost."""
    kept = path.with_suffix(".damaged.json")
    log.warning("The settings in %s are damaged (%s); they are kept as %s", path, error, kept.name)
    with contextlib.suppress(OSError):
        path.replace(kept)


def _from_plain(data: dict[str, Any]) -> Settings:
    """Settings from JSON; a value that cannot be falls back to its default alone."""
    defaults = Settings()
    known: dict[str, Any] = {}
    names = {each.name for each in fields(Settings)} - {"extra", "format"}
    for name in names & data.keys():
        value = _shaped(name, data[name], getattr(defaults, name))
        if value is None:
            log.warning("The setting %s cannot be %.60r; the usual value is used", name, data[name])
        else:
            known[name] = value
    extra = {name: value for name, value in data.items() if name not in names | {"format"}}
    return Settings(**known, extra=extra)


def _shaped(name: str, value: Any, default: Any) -> Any:
    """A value in the type of its ``default``; None where it is none of those allowed."""
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(each for each in value if _is_text(each))
    if name == "keys":
        return _keys(value)
    if isinstance(default, dict) and isinstance(value, dict):
        return {key: each for key, each in value.items() if _is_text(key) and _is_text(each)}
    return _single(name, value, default)


def _single(name: str, value: Any, default: Any) -> Any:
    """A value that is no list, in the type of its ``default`` and within its bounds, or None."""
    if isinstance(default, float) and type(value) is int and abs(value) < 2**53:
        value = float(value)  # as a person writes it
    if type(value) is not type(default) or (isinstance(value, str) and not _is_text(value)):
        return None
    least, most = _BOUNDS.get(name, (-math.inf, math.inf))
    return value if isinstance(value, str) or least <= value <= most else None


def _is_text(value: Any) -> bool:
    """Whether this is text that the system can also take as a name of a file."""
    try:
        return isinstance(value, str) and b"\0" not in os.fsencode(value)
    except UnicodeEncodeError:
        return False


def _keys(value: Any) -> Any:
    """The keys of actions, without those that are no texts."""
    if not isinstance(value, dict):
        return None
    lists = {id: keys for id, keys in value.items() if isinstance(keys, list)}
    return {id: [key for key in keys if _is_text(key)] for id, keys in lists.items()}
