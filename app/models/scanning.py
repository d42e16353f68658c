"""Looks through model folders; what is remembered and has not changed is not looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.models.folders import Candidate, candidates
from app.models.folders import candidate_at as candidate_at
from app.models.judging import judge
from app.models.records import ModelRecord


@dataclass
class Scan:
    """What lies in the folders now: all models by path, and those that are new or have changed."""

    found: dict[Path, ModelRecord] = field(default_factory=dict)
    fresh: list[ModelRecord] = field(default_factory=list)


def scan(
    folders: Sequence[Path], known: Mapping[Path, ModelRecord], check: Callable[[], None]
) -> Iterator[Scan]:
    """Look through ``folders``; gives the same, growing Scan after every model that was new.

    ``check`` is called often, to stop by raising.
    """
    done = Scan()
    by_stamp = {record.stamp: record for record in known.values()}
    for folder in folders:
        for candidate in candidates(folder, check):
            if candidate.path in done.found:
                continue
            before = known.get(candidate.path)
            same = by_stamp.get(candidate.stamp)
            record = _taken_over(same, candidate) if same else looked_at(candidate, before)
            done.found[candidate.path] = record
            if record != before:
                done.fresh.append(record)
                yield done
    yield done


def gone(known: Mapping[Path, ModelRecord], done: Scan, folders: Sequence[Path]) -> list[Path]:
    """What is remembered but no longer there; a drive that is not plugged in is not forgotten."""
    there = [folder for folder in folders if folder.is_dir()]
    missing = [path for path in known if path not in done.found]
    return [path for path in missing if any(path.is_relative_to(folder) for folder in there)]


def _taken_over(record: ModelRecord, candidate: Candidate) -> ModelRecord:
    """A model that is the same as before, maybe under another name."""
    if (record.path, record.name) == (candidate.path, candidate.name):
        return record
    return replace(record, path=candidate.path, name=candidate.name)


def looked_at(candidate: Candidate, before: ModelRecord | None = None) -> ModelRecord:
    """A model that is new or has changed; a change does not touch where it was fetched."""
    return ModelRecord(
        candidate.name,
        candidate.path,
        candidate.stamp,
        candidate.size,
        candidate.modified,
        judge(candidate),
        source=before.source if before else "",
    )
