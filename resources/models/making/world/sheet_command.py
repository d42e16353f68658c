"""python -m resources.models.making sheet: saves a contact sheet of what the world draws."""

from __future__ import annotations

import argparse
from pathlib import Path

from resources.models.making.world.picture import LORA_STYLES, STYLES
from resources.models.making.world.sampling import KINDS
from resources.models.making.world.sheet import edited_sheet, sampled_sheet, save_sheet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, help="where to save the sheet, a PNG")
    parser.add_argument("--kind", choices=("any", *KINDS), default="any")
    parser.add_argument("--style", choices=(*STYLES, *LORA_STYLES), default="")
    parser.add_argument("--count", type=int, default=24, help="how many pictures")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=128, help="pixels on a side of a picture")
    parser.add_argument("--edits", action="store_true", help="pairs before and after an edit")


def run(arguments: argparse.Namespace) -> None:
    """Draw the sheet and save it."""
    draw = edited_sheet if arguments.edits else sampled_sheet
    page = draw(arguments.count, arguments.seed, arguments.kind, arguments.style, arguments.size)
    save_sheet(page, arguments.file)
