"""The ``run`` command with ``--sweep``: one run for each combination of values, and a grid."""

from __future__ import annotations

import itertools
import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO, runtime_checkable

from app.cli.choosing import Choice
from app.cli.evaluating import opened_runner
from app.cli.graphs import make_plan, open_graph, with_values
from app.cli.output import BadOutputFolder, output_folder
from app.cli.program import CommandError, Program
from app.cli.progress import Progress
from app.cli.statuses import DONE, FAILED, STOPPED
from app.engine.cache import Cache
from app.engine.events import Event, NodeFinished, NodesCached
from app.engine.picture_targets import picture_targets
from app.graph.document import Snapshot
from app.graph.file import to_text
from app.graph.flattening import flat_graph
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.sweep_layout import Place, described
from app.graph.sweeps import Sweep
from app.places import RESOURCES
from app.sdk.context import Picture

if TYPE_CHECKING:
    from PIL import Image

_MOST_AXES = 3


class TooManyAxes(CommandError):
    """A grid has columns, rows and sheets, and no more."""

    english = "--sweep can be given {most} times at most: for columns, rows and sheets."


@runtime_checkable
class _Pictured(Protocol):
    def picture(self, index: int = 0) -> Picture:
        """One picture for the screen."""


class Swept:
    """Listens to the runs of a sweep and keeps the picture of each."""

    def __init__(self, targets: list[str] | None, progress: Progress) -> None:
        self._targets, self._progress = targets, progress
        self._results: dict[str, Mapping[str, str]] = {}
        self.images: dict[Place, Image.Image] = {}

    def __call__(self, event: Event) -> None:
        """Take an event of the engine."""
        self._progress(event)
        if isinstance(event, NodeFinished):
            self._results[event.node] = event.results
        elif isinstance(event, NodesCached):
            self._results.update(event.results)

    def take(self, place: Place, cache: Cache) -> None:
        """The run of a cell is over: what its target made is its picture, if it is one."""
        from PIL import Image  # not needed where nothing is drawn

        for target in self._targets or self._results:
            for fingerprint in self._results.get(target, {}).values():
                kept = cache.find(fingerprint)
                if kept is not None and isinstance(kept.value, _Pictured):
                    seen = kept.value.picture()
                    size = seen.width, seen.height
                    self.images[place] = Image.frombytes("RGB", size, seen.rgb)
        self._results.clear()


def run_sweep(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Run all cells and save their grid; raises what is wrong before anything runs."""
    opened = open_graph(options.graph, program)
    choice = Choice(opened.snapshot, program.kinds)
    snapshot = with_values(opened.snapshot, program.kinds, choice.overrides(options.settings))
    sweep = _sweep(choice, snapshot, options.sweeps)
    named = [choice.node(name) for name in options.targets]
    targets = picture_targets(snapshot, program.kinds, named or None) or named
    plan = make_plan(snapshot, program.kinds, log, opened.warnings, targets)
    folder = output_folder(options.out, plan, program.kinds)
    swept = Swept(targets, Progress(log, _titles(snapshot, program.kinds)))
    status = DONE
    with opened_runner(program, folder, swept) as (runner, cache, stop):
        for number, cell in enumerate(sweep.cells(snapshot, program.kinds), 1):
            log.write(f"{number} of {len(sweep)}: {described(sweep.axes, cell.place)}\n")
            here = sweep.snapshot_at(snapshot, program.kinds, cell.place)
            plan = make_plan(here, program.kinds, log, (), targets)
            plan = replace(plan, graph=str(options.graph.resolve()), saving=program.saving)
            finished = runner.run(number, plan, stop)
            swept.take(cell.place, cache)
            if finished.stopped:
                log.write("Stopped.\n")
                status = STOPPED
                break
            status = status if finished.ok else FAILED
    file = _save(sweep, swept, folder, snapshot, program)
    _tell(options, len(sweep), swept, file, status, out)
    return status


def _sweep(choice: Choice, snapshot: Snapshot, arguments: list[str]) -> Sweep:
    """What was asked for; raises a LoomError."""
    if len(arguments) > _MOST_AXES:
        raise TooManyAxes(most=_MOST_AXES)
    sweep = Sweep(tuple(choice.axis(snapshot, argument) for argument in arguments))
    sweep.check()
    return sweep


def _titles(snapshot: Snapshot, kinds: Kinds) -> dict[str, str]:
    """What nodes are called, by their address."""
    flat = flat_graph(snapshot, kinds)
    return {id: title_of(flat, kinds, id) for id in flat.nodes}


def _save(
    sweep: Sweep, swept: Swept, folder: Path, snapshot: Snapshot, program: Program
) -> Path | None:
    """Write the grid under the next free number; None where no cell has a picture.

    Raises BadOutputFolder.
    """
    if not swept.images:
        return None
    from app.interchange.inscriber import GraphInscriber
    from app.interchange.sweep_picture import SweepPicture

    text = to_text(snapshot, program.kinds)
    graph = GraphInscriber(program.kinds, program.saving).embedding(text)
    picture = SweepPicture(sweep, swept.images, RESOURCES / "fonts")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in itertools.count(1):
            path = folder / f"sweep {number:04}.png"
            try:
                picture.save(path, graph)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise BadOutputFolder(folder=folder, problem=problem) from error
    return None


def _tell(
    options: Namespace, count: int, swept: Swept, file: Path | None, status: int, out: TextIO
) -> None:
    files = [str(file)] if file else []
    if options.json:
        plain = {"ok": status == DONE, "runs": count, "pictures": len(swept.images)}
        out.write(json.dumps({**plain, "files": files}) + "\n")
    else:
        out.writelines(f"{name}\n" for name in files)
