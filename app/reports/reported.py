"""The whole life of a process, as far as it is told of: its log, its crash, its last error."""

from __future__ import annotations

import logging
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import __version__
from app.reports.crashes import watched
from app.reports.log_file import opened_log

log = logging.getLogger(__name__)


@contextmanager
def reported(folder: Path, role: str) -> Iterator[None]:
    """Tell in ``folder`` what happens to this process, which is the ``role`` it plays."""
    with opened_log(folder), watched(folder, role):
        log.info("Latent Loom %s begins as %s on %s", __version__, role, platform.system())
        try:
            yield
        except Exception:
            log.exception("The program cannot go on.")
            raise
