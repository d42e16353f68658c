"""python -m resources.models.making judge: how often the judge is right, as a table."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from resources.models.making.judge.check import GROUPS, Seen, check, table, unchanged

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, help="where to write the table, Markdown")
    parser.add_argument("--count", type=int, default=200, help="pictures of each group")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--codec", type=Path, help="a VAE's folder: judge what it makes of them")


def run(arguments: argparse.Namespace) -> None:
    """Check every group and write the table."""
    through = _codec(arguments.codec) if arguments.codec else unchanged
    tallies = []
    for name, kind, style in GROUPS:
        tally = check(kind, style, arguments.count, arguments.seed, through)
        log.info("%s: %.1f %% all right", name, 100 * tally.share("all"))
        for (attribute, asked, seen), many in tally.mistakes.most_common(8):
            log.info("  %s: %r seen as %r, %d times", attribute, asked, seen, many)
        tallies.append((name, tally))
    arguments.file.parent.mkdir(parents=True, exist_ok=True)
    arguments.file.write_text(table(tallies), encoding="utf-8")


def _codec(folder: Path) -> Seen:
    """What a codec makes of a picture."""
    from resources.models.making.evaluation.codec import Codec

    return Codec(folder).again
