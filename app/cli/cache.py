"""The ``cache`` command: look at what is kept on disk, check it, or empty it."""

from __future__ import annotations

import json
import sqlite3
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from typing import Any, TextIO

from app.cli.program import CommandError, Program
from app.engine.disk_care import clear, inform, open_index, verify
from app.engine.disk_folder import Folder

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


class CacheOff(CommandError):
    """The settings say that nothing is kept on disk."""

    english = "The cache on disk is switched off: switch it on in the settings."


class CacheUnusable(CommandError):
    """The folder or its index refuses."""

    english = (
        "The cache in {folder} cannot be used ({reason}): close other copies of the program, or "
        "choose another folder in the settings."
    )


def tend_cache(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Do what is asked and tell it; exit status 0. Raises CacheOff and CacheUnusable."""
    place = program.memories.disk
    if place is None:
        raise CacheOff()
    try:
        found = _ACTIONS[options.action](Folder(place.folder))
    except (OSError, sqlite3.Error) as error:
        raise CacheUnusable(folder=place.folder, reason=error) from error
    found = {"folder": str(place.folder), "budget": place.budget, **found}
    out.write(json.dumps({"ok": True, **found}) + "\n" if options.json else _words(found))
    return 0


def _inform(folder: Folder) -> dict[str, Any]:
    with closing(open_index(folder)) as index:
        return asdict(inform(index, folder))


def _clear(folder: Folder) -> dict[str, Any]:
    return {"removed": clear(folder)}


def _verify(folder: Folder) -> dict[str, Any]:
    whole, damaged = verify(folder)
    return {"whole": whole, "damaged": damaged}


_ACTIONS: dict[str, Callable[[Folder], dict[str, Any]]] = {
    "info": _inform,
    "clear": _clear,
    "verify": _verify,
}


def _words(found: dict[str, Any]) -> str:
    """What was found, for people."""
    if "removed" in found:
        return f"{found['removed']} entries were removed from {found['folder']}.\n"
    if "damaged" in found:
        return f"{found['whole']} entries are whole; {found['damaged']} were not and are removed.\n"
    values = found["entries"] - found["states"]
    lines = [
        found["folder"],
        f"{size_in_words(found['size'])} of {size_in_words(found['budget'])}: "
        f"{values} values and {found['states']} steps; {found['results']} results are known.",
    ]
    if found["since"]:
        day = f"{datetime.fromtimestamp(found['since']):%Y-%m-%d}"
        counts = f"{found['hits']} results were found and {found['misses']} were not"
        lines.append(f"Since {day} {counts}; {found['reads']} entries were read.")
    return "\n".join(lines) + "\n"


def size_in_words(size: float) -> str:
    """Bytes in the largest unit that leaves a number above 1."""
    for unit in _UNITS[:-1]:
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} {_UNITS[-1]}"
