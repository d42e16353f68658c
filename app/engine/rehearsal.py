"""Lets a node begin without a device, only to see how many of its steps are still kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app.engine.calling import Kind, Made, call
from app.engine.context import Surroundings
from app.engine.failures import let_go
from app.engine.folding import kept_steps
from app.graph.spec import Plain
from app.sdk.context import Fold, Picture, State, Stopped


class _Over(BaseException):  # no ``except Exception`` of a node may swallow it
    """All that was to be seen was seen, or the node began to work."""


@dataclass
class Rehearsal:
    """A context in which nothing is computed; it counts ``steps`` to do and their ``total``.

    ``whole`` tells whether every fold of the node was seen, ``made`` is what a node gave that came
    to its end without any.
    """

    around: Surroundings
    stamp: str
    steps: int = 0
    total: int = 0
    whole: bool = False
    made: Made | None = None

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None:
        """The node does real work: end here."""
        raise _Over

    def check(self) -> None:
        """Raise Stopped when nobody waits for the answer any more."""
        self.around.check()

    def fold(self, fold: Fold[State], item: int = 0, items: int = 1) -> State:
        """Count the steps that are not kept; ends with the last of several folds.

        The state that is returned before that stands for none: a node that looks into it ends too.
        """
        self.around.check()
        total = len(fold.recipes)
        self.steps += total - kept_steps(fold, self.stamp, self.around.cache)
        self.total += total
        if item + 1 >= items:
            self.whole = True
            raise _Over
        return cast(State, None)

    def weights(self, handle: Any) -> Any:
        """Weights are not loaded for this: end here."""
        raise _Over

    def content(self, path: Path) -> str:
        """Hash of the content of a file or folder; raises OSError where it cannot be read."""
        return self.around.files.content(Path(path), self.around.check)

    def find_model(self, kind: str, name: str) -> Path:
        """Where the model ``name`` of ``kind`` lies; raises NodeError when there is none."""
        return self.around.models.find(kind, name)

    def output_folder(self) -> Path:
        """Nothing is saved: end here."""
        raise _Over

    def embedded_graph(self) -> str:
        """The graph as text."""
        return self.around.graph_text


def rehearse(
    kind: Kind, parameters: Mapping[str, Plain], inputs: Mapping[str, Any], around: Surroundings
) -> Rehearsal:
    """How many steps a node has to do with these values; raises Stopped."""
    seen = Rehearsal(around, kind.stamp)
    try:
        seen.made = call(kind, parameters, inputs, seen)
    except Stopped:
        raise
    except BaseException as error:  # a node that fails now will fail, and tell, when it runs
        let_go(error)
        return seen
    finally:
        around.order.put_back()
    seen.whole = True
    return seen
