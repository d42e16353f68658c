"""python -m resources.models.making evaluate: measures what `export` wrote.

Goes on where it was stopped: what these weights painted already is found again.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch

from resources.models.making.evaluation.changes import edit_rows, image_rows, inpaint_rows
from resources.models.making.evaluation.codec import codec_rows
from resources.models.making.evaluation.control import control_rows
from resources.models.making.evaluation.painting import Painter
from resources.models.making.evaluation.prompts import prompt_rows
from resources.models.making.evaluation.results import Results, Row
from resources.models.making.evaluation.sheets import save_sheets
from resources.models.making.evaluation.speed import speed_rows

log = logging.getLogger(__name__)

Measurement = Callable[[Painter, int], list[Row]]
MEASUREMENTS: dict[str, tuple[str, Measurement]] = {
    "codec": ("pocket", codec_rows),
    "prompts": ("pocket", prompt_rows),
    "speed": ("pocket", speed_rows),
    "image": ("pocket", image_rows),
    "edges": ("pocket-edges", partial(control_rows, kind="edges")),
    "depth": ("pocket-depth", partial(control_rows, kind="depth")),
    "inpaint": ("pocket-inpaint", inpaint_rows),
    "instruct": ("pocket-instruct", edit_rows),
}
"""By name: the model that has to be there, and what measures it."""

_QUICK = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--work", type=Path, default=Path(".making"), help="folder for all files")
    parser.add_argument("--models", type=Path, help="what to measure; WORK/export if not given")
    parser.add_argument("--count", type=int, default=100, help="pictures of each group")
    parser.add_argument("--quick", action="store_true", help=f"only {_QUICK} pictures of each")
    parser.add_argument("--only", nargs="+", choices=[*MEASUREMENTS, "sheets"], help="these alone")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=0, help="for arithmetic; 0: all")


def run(arguments: argparse.Namespace) -> None:
    """Measure, and write results.json, the table and the sheets."""
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    models = arguments.models or arguments.work / "export"
    folder = arguments.work / "evaluation"
    count = _QUICK if arguments.quick else arguments.count
    painter = Painter(models, folder / "pictures", arguments.device)
    results = Results(folder)
    for name, (model, measure) in MEASUREMENTS.items():
        if arguments.only and name not in arguments.only:
            continue
        if not painter.has(model):
            log.info("%s: left out, there is no %s yet", name, models / model)
            continue
        results.put(name, measure(painter, count))
        for row in results.rows[name]:
            log.info("%s: %.3f (shuffled: %s)", row.name, row.value, row.chance)
    if not arguments.only or "sheets" in arguments.only:
        for path in save_sheets(painter, folder, 8 if arguments.quick else 48):
            log.info("%s", path)
    write_tables(results, arguments.work)


def write_tables(results: Results, work: Path) -> None:
    """The table beside the results and among what the model card is made of."""
    for path in (work / "evaluation" / "table.md", work / "card" / "evaluation.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(results.table(), encoding="utf-8")
