"""Puts the program together: the one place that knows all rooms."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.allowed import AllowedFiles, KnownPlaces, Trusted
from app.as_set import Current, find_models, find_nodes, memories_of
from app.cli import COMMANDS, WORKER_PROCESS
from app.desktop import NoWindow, check_desktop, explain_import
from app.engine.files import FileContents
from app.graph.blocks import BlockFolder, BlockKinds
from app.places import find_places
from app.reports.reported import reported
from app.settings import load_settings

if TYPE_CHECKING:
    from app.cli.program import Program

HASHING_PATIENCE = 20.0
"""Seconds that the hashing of models waits, while the libraries are loaded."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, or do what a command asks for; the exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # Threads that wait for each other must not spin: on a busy computer that makes small networks
    # ten times slower. The library reads this once, when torch loads it.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    if arguments[:1] == [WORKER_PROCESS]:
        from app.working import serve_process  # the window and the commands do without

        serve_process()
    role = "command" if arguments and arguments[0] in COMMANDS else "window"
    with reported(find_places().logs, role):
        if role == "command":
            from app.cli.main import main as run_command  # the window does without

            return run_command(arguments, make_program)
        return open_window(_read_arguments(arguments))


def make_program() -> Program:
    """What the commands work with."""
    from app.cli.program import Program
    from app.reports.diagnostics import Circumstances, device_of, diagnostics

    places = find_places()
    allowed = AllowedFiles(places.settings)
    settings = load_settings(places.settings)
    kinds, models = find_nodes(places, allowed, settings), find_models(places, settings)
    kinds.models = models.model
    services = Current(settings).make_services
    return Program(
        kinds=kinds,
        models=models,
        services=services,
        saving=settings.saving,
        allow=allowed.allow,
        memory_budget=settings.memory_budget,
        memories=memories_of(settings, places),
        diagnose=lambda device: diagnostics(
            Circumstances(settings, kinds.specs(), device or device_of(services), places.logs)
        ),
    )


def open_window(options: argparse.Namespace) -> int:
    """Show the window until the user closes it; 2 where none can be had."""
    try:
        check_desktop(sys.platform, os.environ)
        from app.models.librarian import Librarian
        from app.ui.languages.translated_kinds import TranslatedKinds
        from app.ui.run import run_window
        from app.ui.settings.remembered import Remembered
        from app.ui.trust.careful_kinds import CarefulKinds
        from app.workers import Workers
    except NoWindow as error:
        return _give_up(error)
    except ImportError as error:
        explained = explain_import(error)
        if explained is None:
            raise
        return _give_up(explained)
    places = find_places()
    remembered = Remembered(places.settings, places.made)
    kinds = find_nodes(places, AllowedFiles(places.settings), remembered.settings)
    models = find_models(places, remembered.settings)
    kinds.models = models.model
    hashes = FileContents(places.file_memory)
    librarian = Librarian(models, hashes, HASHING_PATIENCE)
    current = Current(remembered.settings)
    workers = Workers(places, kinds, models, librarian, hashes, current)
    remembered.subscribe(workers.follow)
    if options.quit_after is not None:
        _interrupt_after(options.quit_after)
    known = KnownPlaces(places.settings)
    careful = CarefulKinds(TranslatedKinds(kinds), known)
    with_blocks = BlockKinds(careful, BlockFolder(places.blocks))
    trusted = Trusted(known, sum(1 for problem in kinds.problems if problem.content))
    try:
        return run_window(with_blocks, workers.make, librarian, options.graph, remembered, trusted)
    finally:
        librarian.close()


def _read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments of a start with a window."""
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Latent Loom, a desktop node editor for diffusion models.",
        epilog="Without a window: main.py run GRAPH, main.py nodes, main.py check GRAPH, "
        "main.py cache info, main.py convert FILE, main.py diagnostics (each takes --help).",
    )
    parser.add_argument(
        "graph", metavar="GRAPH", nargs="?", type=Path, help="a .loom file to open in the window"
    )
    parser.add_argument("--quit-after", type=float, metavar="SECONDS", help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"Latent Loom {__version__}")
    return parser.parse_args(arguments)


def _interrupt_after(seconds: float) -> None:
    """Let the program end as by Ctrl+C, for a check that the window comes up and stays for a while.

    The time counts from when the window listens to Ctrl+C: a slow start is no failure.
    """
    unheard = (signal.SIG_IGN, signal.SIG_DFL, signal.default_int_handler)

    def interrupt() -> None:
        while signal.getsignal(signal.SIGINT) in unheard:
            time.sleep(0.05)
        time.sleep(seconds)
        signal.raise_signal(signal.SIGINT)

    threading.Thread(target=interrupt, daemon=True).start()


def _give_up(error: NoWindow) -> int:
    sys.stderr.write(f"{error}\n")
    return 2
