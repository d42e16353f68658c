"""The facts of a model card, from what the runs recorded and what was measured.

With --readme they are also written into a page, between the marks that name them there.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import shutil
from pathlib import Path

import torch
from safetensors import safe_open

from resources.models.making.training.budget import Counts
from resources.models.making.training.curve import read
from resources.models.making.training.runs import FILE
from resources.models.making.training.stage import Place

log = logging.getLogger(__name__)

STAGES = {
    "vae": "codec",
    "text": "text encoder",
    "denoiser": "U-Net",
    "edges": "ControlNet, outlines",
    "depth": "ControlNet, depth",
    "line": "LoRA, ink lines",
    "glass": "LoRA, stained glass",
    "instruct": "U-Net that edits by instruction",
    "inpaint": "U-Net that paints inside a mask",
}
_LAST = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--work", type=Path, default=Path(".making"), help="folder for all files")
    parser.add_argument("--to", type=Path, help="where to write; WORK/card if not given")
    parser.add_argument("--models", type=Path, help="what ships; WORK/export if not given")
    parser.add_argument("--readme", type=Path, help="a page to write the tables into")


def run(arguments: argparse.Namespace) -> None:
    """Write the tables and copy the curves."""
    target = arguments.to or arguments.work / "card"
    target.mkdir(parents=True, exist_ok=True)
    place = Place(arguments.work, torch.device("cpu"))
    models = arguments.models or arguments.work / "export"
    tables = {"training": table(place), "sizes": sizes(models), "figures": _figures(place)}
    (target / "training.md").write_text(tables["training"], encoding="utf-8")
    if arguments.readme:
        page = arguments.readme.read_text(encoding="utf-8")
        arguments.readme.write_text(filled(page, tables), encoding="utf-8")
    for stage in STAGES:
        curve = place.stage(stage) / "loss.png"
        if curve.is_file():
            shutil.copyfile(curve, target / f"{stage}-loss.png")
    log.info("%s", target)


def table(place: Place) -> str:
    """How each stage was taught, as a Markdown table: one row for each that has a checkpoint."""
    head = "| network | weights | samples | minutes | steps of | loss at last | notes |"
    rows = [head, "|---|---|---|---|---|---|---|"]
    rows += [_row(place, name) for name in STAGES if (place.stage(name) / FILE).is_file()]
    return "\n".join(rows) + "\n"


def _row(place: Place, name: str) -> str:
    folder = place.stage(name)
    with safe_open(folder / FILE, "pt") as file:
        told = file.metadata()
        weights = [key for key in file.keys() if key.startswith("weight/")]  # noqa: SIM118
        many = sum(math.prod(file.get_slice(key).get_shape()) for key in weights)
    counts, recipe = Counts(**json.loads(told["counts"])), json.loads(told["recipe"])
    losses = [row[3] for row in read(folder / "loss.csv")[-_LAST:]]
    loss = f"{sum(losses) / len(losses):.4f}" if losses else ""
    facts = folder / "facts.json"
    found = json.loads(facts.read_text(encoding="utf-8")) if facts.is_file() else {}
    words = ", ".join(f"{key} {_number(value)}" for key, value in found.items() if key != "samples")
    cells = (STAGES[name], f"{many / 1e6:.2f} M", f"{counts.samples:,}")
    time = f"{counts.seconds / 60.0:.0f}"
    return "| " + " | ".join((*cells, time, str(recipe["batch"]), loss, words)) + " |"


def _number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.4g}"


def sizes(models: Path) -> str:
    """What ships and how large it is, as a Markdown table; the last row counts all of it."""
    found = {
        path.name: sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file())
        for path in sorted(models.glob("pocket*"), key=lambda path: (path.is_file(), path.name))
    }
    rows = [f"| {name} | {size / 1e6:.1f} MB |" for name, size in found.items()]
    total = f"| all | {sum(found.values()) / 1e6:.1f} MB |"
    return "\n".join(["| file or folder | size |", "|---|--:|", *rows, total]) + "\n"


def filled(page: str, tables: dict[str, str]) -> str:
    """A page with each table between its marks; one that is empty leaves what stands there."""
    for name, told in tables.items():
        begin, end = f"<!-- {name} -->\n", f"\n<!-- end of {name} -->"
        before, found, rest = page.partition(begin)
        _, closed, after = rest.partition(end)
        if told and found and closed:
            page = f"{before}{begin}\n{told}{end}{after}"
    return page


def _figures(place: Place) -> str:
    """The table that `evaluate` wrote; empty where nothing was measured."""
    path = place.work / "evaluation" / "table.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
