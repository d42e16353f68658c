"""The command that writes what ships."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

import torch

from resources.models.making.training.export import export
from resources.models.making.training.quiet import quieten
from resources.models.making.training.stage import Place

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--work", type=Path, default=Path(".making"), help="folder for all files")
    parser.add_argument("--to", type=Path, help="where to write; WORK/export if not given")


def run(arguments: argparse.Namespace) -> None:
    """Write what the newest checkpoints give."""
    quieten()
    target = arguments.to or arguments.work / "export"
    for name in export(Place(arguments.work, torch.device("cpu")), target):
        log.info("%s", target / name)
