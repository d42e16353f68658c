"""A program that runs toy graphs on a shared cache until it is killed: for tests of the cache."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.engine.disk import open_disk
from app.engine.memories import DiskPlace
from tests.engine.toys import Bench, Sheet

BUDGET = 200_000


def graphs(seed: int) -> Iterator[tuple[Sheet, dict[str, Any]]]:
    """Graphs without end, and what their targets give."""
    chance = random.Random(seed)
    while True:
        numbers = [chance.randrange(5) for _ in range(chance.randrange(1, 12))]
        limit, number = chance.randrange(6), chance.randrange(50)
        sheet = Sheet()
        sheet.add("fold", "Fold", numbers=" ".join(map(str, numbers)), start=number)
        sheet.add("count", "Count", limit=limit)
        sheet.add("square", "Square", {"number": "count"})
        sheet.add("bytes", "Bytes", seed=number, size=(10, 100 * (1 + limit)))
        sheet.add("add", "Add", {"first": "fold"}, plus=limit)
        sheet.add("save", "Save", {"number": "add"}, name=f"n{number}-{limit}-{sum(numbers)}")
        yield (
            sheet,
            {
                "add": number + sum(numbers) + limit,
                "square": tuple(n * n for n in range(limit)),
                "bytes": number.to_bytes(8, "big") * (1000 * (1 + limit) // 8),
            },
        )


def toil(folder: Path, seed: int, rounds: int) -> int:
    """Run that many graphs and check all that they give; how many nodes ran."""
    output = folder / f"saved by {os.getpid()}"  # toys do not save in one piece
    output.mkdir(parents=True, exist_ok=True)
    disk = open_disk(DiskPlace(folder / "cache", BUDGET))
    ran = 0
    for _, (sheet, expected) in zip(range(rounds), graphs(seed), strict=False):
        bench = Bench(output)
        bench.cache.disk = disk
        ran += len(bench.run(sheet, *expected, "save"))
        assert bench.finished.ok, bench.failures()
        for node, value in expected.items():
            (found,) = bench.prints(node).values()
            kept = bench.cache.find(found)
            assert kept is None or kept.value == value, (node, kept.value, value)
        saved = bench.cache.find(next(iter(bench.prints("save").values())))
        assert saved is None or Path(saved.value.files[0].path).read_text() == str(expected["add"])
    if disk is not None:
        disk.close()
    return ran


if __name__ == "__main__":
    sys.stdout.write(str(toil(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
