"""python -m resources.models.making: makes the model in the box, and says what came of it.

    python -m resources.models.making all                 from nothing to all networks
    python -m resources.models.making all --device cuda --processes 16
    python -m resources.models.making denoiser --until 23:58    one stage, until a time of day
    python -m resources.models.making export --to FOLDER  what the newest checkpoints give

`all` goes through every stage, skips what is finished and goes on exactly where it was stopped, on
this device or another. Everything lies in a folder of its own, .making unless --work names one;
runs/STAGE holds the checkpoint, the loss (loss.csv, loss.png) and sheets of what was learnt.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import sys

ROOM = "resources.models.making"
DESCRIPTION = "Makes the model in the box, and says what came of it."
COMMANDS = {
    "sheet": (f"{ROOM}.world.sheet_command", "save a sheet of what the world draws"),
    "all": (f"{ROOM}.training.command", "teach all networks, one after another"),
    "vae": (f"{ROOM}.training.command", "teach the codec between pictures and latents"),
    "text": (f"{ROOM}.training.command", "make the tokenizer and teach the text encoder"),
    "data": (f"{ROOM}.training.command", "draw and encode the pictures for the U-Net"),
    "denoiser": (f"{ROOM}.training.command", "teach the U-Net"),
    "edges": (f"{ROOM}.training.command", "teach the ControlNet for outlines"),
    "depth": (f"{ROOM}.training.command", "teach the ControlNet for depth"),
    "line": (f"{ROOM}.training.command", "teach the LoRA for ink drawings"),
    "glass": (f"{ROOM}.training.command", "teach the LoRA for stained glass"),
    "instruct": (f"{ROOM}.training.command", "teach the U-Net that edits by instruction"),
    "inpaint": (f"{ROOM}.training.command", "teach the U-Net that paints inside a mask"),
    "export": (f"{ROOM}.training.export_command", "write what the newest checkpoints give"),
    "judge": (f"{ROOM}.judge.command", "check the judge on renders, and write its table"),
    "evaluate": (f"{ROOM}.evaluation.command", "measure what was exported"),
    "card": (f"{ROOM}.training.card", "write the model card from what the runs recorded"),
}
"""Each command's module, which has add_arguments() and run(), and what it does."""


def main(words: list[str] | None = None) -> int:
    """Run one command; only its own module is loaded."""
    words = sys.argv[1:] if words is None else words
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    parser = argparse.ArgumentParser(prog=f"python -m {ROOM}", description=DESCRIPTION)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module, told) in COMMANDS.items():
        command = commands.add_parser(name, help=told, description=told)
        if words and words[0] == name:
            importlib.import_module(module).add_arguments(command)
    arguments = parser.parse_args(words)
    importlib.import_module(COMMANDS[arguments.command][0]).run(arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main())
