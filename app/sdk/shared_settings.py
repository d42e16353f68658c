"""Settings that a library keeps for the whole process or a thread, and not for its caller."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Setting(NamedTuple):
    """How a setting is read, as something that can be compared, and put back as it was read."""

    read: Callable[[], Any]
    put: Callable[[Any], object]


@dataclass(frozen=True)
class Settings:
    """Such settings by name, apart by who shares them."""

    of_the_process: Mapping[str, Setting] = field(default_factory=dict)
    of_a_thread: Mapping[str, Setting] = field(default_factory=dict)
