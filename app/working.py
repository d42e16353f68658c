"""The worker process: how the window starts one, and what it is put together from."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app import as_set
from app.cli import WORKER_PROCESS
from app.engine.process.messages import Setup
from app.engine.process.worker import ProcessWorker

if TYPE_CHECKING:
    from app.engine.events import Event
    from app.engine.memories import Memories
    from app.engine.process.serving import Parts
    from app.engine.services import Models
    from app.settings import Settings

_MAIN = Path(__file__).resolve().parent.parent / "main.py"


def make_process_worker(
    settings: Settings,
    output_folder: Path,
    memories: Memories,
    models: Models,
    emit: Callable[[Event], None],
) -> ProcessWorker:
    """A worker whose process is this program once more, without a window."""
    setup = Setup(
        output_folder,
        settings.memory_budget,
        settings.memory,
        memories.disk,
        memories.history,
    )
    command = [sys.executable, str(_MAIN), WORKER_PROCESS]
    return ProcessWorker(command, setup, models, emit, memories.contents())


def serve_process() -> None:
    """Be a worker process until the window ends it, or has ended. Does not return."""
    from app.engine.process.serving import serve
    from app.engine.process.streams import end, take_streams
    from app.places import find_places
    from app.reports.log_file import opened_log

    channel = take_streams()
    faulthandler.enable()  # its last words go to the window, which shows them with the problem
    with opened_log(find_places().logs):
        serve(channel, assemble)
    end()


def assemble(setup: Setup, models: Models) -> Parts:
    """The program's nodes and networks, for a worker process."""
    from app.allowed import AllowedFiles
    from app.engine.process.serving import Parts
    from app.places import find_places
    from app.settings import load_settings

    places = find_places()
    settings = load_settings(places.settings)
    kinds = as_set.find_nodes(places, AllowedFiles(places.settings), settings)
    kinds.models = models.model
    current = as_set.Current(settings)
    current.follow_memory(setup.memory)
    return Parts(kinds, current.make_services, current.follow_memory)
