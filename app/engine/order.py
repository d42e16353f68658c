"""Settings that all parts of the program share, and how they come back after a node changed them.

A node is a stranger's code in our process: it may change the working folder, the locale, how exact
decimal numbers are or what Ctrl+C does, and never put it back. What comes after it would then fail,
or come out with other numbers, far from the cause.
"""

from __future__ import annotations

import decimal
import gc
import locale
import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from app.engine.services import Orderly, Services
from app.sdk.shared_settings import Setting, Settings

NOTHING_OWN = Settings()

log = logging.getLogger(__name__)


def _folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109 (this runs for every node)
    except OSError:  # somebody deleted it
        return ""


def _go_to(folder: str) -> None:
    if folder:
        os.chdir(folder)


def _exactness() -> tuple[Any, ...]:
    """The context of decimal numbers, as it can be compared."""
    now = decimal.getcontext()
    traps = [kind for kind, is_set in now.traps.items() if is_set]
    return now.prec, now.rounding, now.Emin, now.Emax, now.capitals, now.clamp, traps


def _calculate(old: tuple[Any, ...]) -> None:
    prec, rounding, low, high, capitals, clamp, traps = old
    decimal.setcontext(decimal.Context(prec, rounding, low, high, capitals, clamp, [], traps))


_STREAMS = ("stdin", "stdout", "stderr")
_LOCALES = {"numbers": locale.LC_NUMERIC, "letters": locale.LC_CTYPE, "dates": locale.LC_TIME}


def _locale(part: int) -> Setting:
    return Setting(lambda: locale.setlocale(part), lambda old: locale.setlocale(part, old))


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _open_numbers() -> tuple[bool, ...]:
    """Which of the three standard files are open."""
    return tuple(map(_is_open, range(len(_STREAMS))))


def _take_numbers(were_open: tuple[bool, ...]) -> None:
    """Let what was closed lead nowhere.

    Else the next file to be opened would get its number, and whatever a library prints would be
    written into that file.
    """
    for number, was_open in enumerate(were_open):
        if was_open and not _is_open(number):
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)


def _stream(name: str) -> tuple[Any, bool]:
    stream = getattr(sys, name)
    return stream, bool(getattr(stream, "closed", False))


def _reopen(name: str, before: tuple[Any, bool]) -> None:
    """Put a standard stream back; for one that was closed another one on the same file."""
    stream, was_closed = before
    if _is_open(_STREAMS.index(name)) and not was_closed and getattr(stream, "closed", False):
        mode = "r" if name == "stdin" else "w"
        stream = open(_STREAMS.index(name), mode, encoding="utf-8", closefd=False)  # noqa: SIM115
    setattr(sys, name, stream)


def _errors_from_warnings() -> int:
    """How many rules there are that make an error of any warning."""
    return sum(rule[0] == "error" and rule[2] is Warning for rule in warnings.filters)


def _let_warn(most: int) -> None:
    """Remove the newest such rules."""
    for rule in [r for r in warnings.filters if r[0] == "error" and r[2] is Warning]:
        if _errors_from_warnings() > most:
            warnings.filters.remove(rule)  # type: ignore[attr-defined]  # it is a list


def _on_signals() -> tuple[Any, ...]:
    if threading.current_thread() is not threading.main_thread():
        return ()
    return tuple(map(signal.getsignal, (signal.SIGINT, signal.SIGTERM)))


def _answer(handlers: tuple[Any, ...]) -> None:
    """Give signals back to those who had them; only the main thread may, so only it could change
    them. After the first Ctrl+C the second one is meant to be answered otherwise."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number, handler in zip((signal.SIGINT, signal.SIGTERM), handlers, strict=False):
        if handler is not None and signal.getsignal(number) is not signal.default_int_handler:
            signal.signal(number, handler)


def _hooks() -> tuple[Any, ...]:
    return sys.excepthook, sys.unraisablehook, threading.excepthook


def _hang(hooks: tuple[Any, ...]) -> None:
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


OF_THE_PROCESS: Mapping[str, Setting] = {
    "working folder": Setting(_folder, _go_to),
    **{f"locale of {name}": _locale(part) for name, part in _LOCALES.items()},
    "recursion limit": Setting(sys.getrecursionlimit, sys.setrecursionlimit),
    "garbage collection": Setting(gc.isenabled, lambda on: gc.enable() if on else None),
    "warnings": Setting(_errors_from_warnings, _let_warn),
    "signals": Setting(_on_signals, _answer),
    "hooks for errors": Setting(_hooks, _hang),
    "standard files": Setting(_open_numbers, _take_numbers),
    **{f"sys.{name}": Setting(partial(_stream, name), partial(_reopen, name)) for name in _STREAMS},
}
"""What all threads share; put back on the thread of the runs only, for others may be amid work."""

OF_A_THREAD: Mapping[str, Setting] = {
    "decimal numbers": Setting(_exactness, _calculate),
}
"""What every thread has for itself."""


def order_of(services: Services) -> Order:
    """How everything is now, with what the libraries behind ``services`` share."""
    own = services.shared_settings() if isinstance(services, Orderly) else NOTHING_OWN
    return Order(own)


@dataclass(frozen=True)
class Order:
    """How the settings of some libraries are at the moment at which this is made.

    ``own`` are those of libraries that the engine does not know.
    """

    own: Settings = NOTHING_OWN
    _thread: int = field(default_factory=threading.get_ident)
    _before: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._before.update({name: each.read() for name, each in self._all(here=True)})

    def put_back(self) -> list[str]:
        """Have everything as it was; names of what was not. Never raises."""
        here = threading.get_ident() == self._thread
        changed = [name for name, each in self._all(here) if self._differs(name, each)]
        if changed:
            log.info("A node changed %s, which was put back.", ", ".join(changed))
        return changed

    def _all(self, here: bool) -> Iterator[tuple[str, Setting]]:
        yield from OF_A_THREAD.items()
        yield from self.own.of_a_thread.items()
        if here:
            yield from OF_THE_PROCESS.items()
            yield from self.own.of_the_process.items()

    def _differs(self, name: str, setting: Setting) -> bool:
        try:
            if setting.read() == self._before[name]:
                return False
            setting.put(self._before[name])
        except Exception as error:  # a locale that was removed, a folder that is gone
            log.info("%s could not be put back: %s", name, error)
        return True
