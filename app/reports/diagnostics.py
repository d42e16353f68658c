"""What is copied for a report of a fault: versions, machine, settings, last errors.

No prompts, no paths, no names of user or machine, no tokens: the log that the last lines are taken
from holds none (see ``wording``), and the rest is told from lists of what may be told.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.graph.spec import NodeSpec
from app.reports.crashes import last_account
from app.reports.log_file import last_lines
from app.reports.wording import LEFT_OUT, stacks_told, told
from app.sdk.personal import Person, this_person
from app.settings import Settings

if TYPE_CHECKING:
    from app.engine.services import Services

PACKAGES = (
    *("torch", "diffusers", "transformers", "accelerate", "peft", "safetensors", "tokenizers"),
    *("numpy", "Pillow", "PySide6-Essentials", "NodeGraphQt", "psutil", "av", "gguf", "scipy"),
)
"""Libraries whose versions make a difference."""

_LINES = 80
_CRASH_LINES = 60
_GIBIBYTE = 2**30
_PLAIN_WORD = re.compile(r"[A-Za-z][\w-]{0,23}")
_NEVER_TOLD = ("folder", "file", "picture", "command", "kind", "geometry", "layout", "key", "extra")
"""Parts of the names of settings that may hold paths, or words of the user."""


@dataclass(frozen=True)
class Circumstances:
    """What the program knows of itself. ``device`` is in its own words, ``more`` has other facts by
    name, and ``logs`` is the folder of the log."""

    settings: Settings
    kinds: Sequence[NodeSpec]
    device: str
    logs: Path
    more: Mapping[str, str] = field(default_factory=dict)


def diagnostics(of: Circumstances, person: Person | None = None) -> str:
    """Everything that is copied, as plain text."""
    person = person or this_person()
    when = time.strftime("%Y-%m-%d %H:%M:%S %z")
    sections = {
        f"Latent Loom {__version__}": [f"told on {when}", *_system(), *_named(of.more)],
        "Device": of.device.splitlines() or ["not known yet"],
        "Memory": _memory(of.logs),
        "Libraries": [f"{name} {_version(name)}" for name in PACKAGES],
        "Settings that were changed": list(_changed(of.settings)) or ["none"],
        "Nodes of others that may run": _others(of.kinds) or ["none"],
        "Last crash": _crash(of.logs) or ["none"],
        "Last lines of the log": last_lines(of.logs, _LINES) or ["none"],
    }
    text = "\n\n".join("\n".join([title, *map(_indented, s)]) for title, s in sections.items())
    text = person.without_home(text)
    return (person.named.sub(LEFT_OUT, text) if person.named else text) + "\n"


def device_of(services: Callable[[], Services]) -> str:
    """The device in words, for who has not prepared it; this loads what computes on it."""
    try:
        return services().device()
    except Exception as error:  # that it cannot be prepared is what has to be told
        return f"cannot be prepared: {told(error)}"


def _indented(line: str) -> str:
    return f"  {line}"


def _system() -> list[str]:
    """The operating system and Python, without the name of the machine."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return [system, python, f"{os.cpu_count()} processors"]


def _named(facts: Mapping[str, str]) -> list[str]:
    return [f"{name}: {value}" for name, value in facts.items()]


def _memory(folder: Path) -> list[str]:
    """The computer's memory, that of this process, and the room on the disk with its data."""
    import psutil  # type: ignore[import-untyped]

    found = psutil.virtual_memory()
    lines = [
        f"{found.available / _GIBIBYTE:.1f} of {found.total / _GIBIBYTE:.1f} GiB are free",
        f"this process takes {psutil.Process().memory_info().rss / _GIBIBYTE:.2f} GiB",
    ]
    there = next((place for place in (folder, *folder.parents) if place.is_dir()), None)
    if there is not None:
        lines.append(f"{shutil.disk_usage(there).free / _GIBIBYTE:.1f} GiB of the disk are free")
    return lines


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "is not installed"


def _changed(settings: Settings) -> Iterator[str]:
    """Every setting that is not as it comes; of what may be private only that it was changed."""
    usual = Settings()
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if value != getattr(usual, each.name):
            yield f"{each.name}: {_setting(each.name, value)}"


def _setting(name: str, value: object) -> str:
    if isinstance(value, Mapping | tuple):
        return f"{len(value)} entries"
    if isinstance(value, bool | int | float):
        return str(value)
    private = any(part in name for part in _NEVER_TOLD) or not _PLAIN_WORD.fullmatch(str(value))
    return "changed" if private else str(value)


def _others(kinds: Iterable[NodeSpec]) -> list[str]:
    """The kinds of nodes that do not come with the program, by their packs."""
    packs: dict[str, list[str]] = {}
    for spec in kinds:
        if spec.content:
            pack, _, name = spec.type.rpartition(".")
            packs.setdefault(pack, []).append(name)
    return [f"{pack}: {', '.join(sorted(names))}" for pack, names in sorted(packs.items())]


def _crash(logs: Path) -> list[str]:
    lines = stacks_told(last_account(logs)).splitlines()
    return [*lines[:_CRASH_LINES], LEFT_OUT] if len(lines) > _CRASH_LINES else lines
