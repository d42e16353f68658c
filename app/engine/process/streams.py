"""The standard streams of the worker process, which messages take for themselves."""

from __future__ import annotations

import os
import signal
import sys

from app.engine.process.channel import Channel


def take_streams() -> Channel:
    """The channel to the program that started this process.

    What anybody prints goes to the standard error from now on, and nobody finds anything to read:
    neither a library nor a node can come between two messages. Ctrl+C is the other side's affair.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout.flush()
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return Channel(incoming, outgoing)


def end(status: int = 0) -> None:
    """End the process at once: what has to be written is, and libraries take long to take leave."""
    sys.stderr.flush()
    os._exit(status)
