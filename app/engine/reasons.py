"""Why a node ran, or why it need not: messages that are worded and translated like any other.

What made a node run is told by clauses that follow "ran because", so that several can be joined;
what its steps did, by clauses that stand for themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.graph.errors import Message
from app.graph.phrases import Translate

MOST_CAUSES = 3

ENGLISH = {
    "Because": "ran because {causes}",
    "LastOfSeveral": "{others} and {last}",
    "Comma": ", ",
    "Semicolon": "; ",
    "MoreCauses": "{count} more changes",
    "FirstRun": "it had not run before",
    "ParameterChanged": "{name} changed from {before} to {after}",
    "ParameterAltered": "{name} changed",
    "InputChanged": "what comes in on {name} changed",
    "InputConnected": "{name} was connected",
    "InputDisconnected": "{name} was disconnected",
    "FileChanged": "a file or model that it reads was changed",
    "FileGone": "a file or model that it reads is gone",
    "SavedFileChanged": "the file that it wrote is gone or was changed",
    "KindUpdated": "nodes of this kind work otherwise since version {version}",
    "KindEdited": "the file that describes nodes of this kind was changed",
    "KindReplaced": "it is another kind of node now",
    "EnvironmentChanged": "the device, its settings or a library changed",
    "NoLongerKept": "its result was no longer kept",
    "DidNotFinish": "it did not finish the last time",
    "FoundUnchanged": "found: nothing that it depends on changed",
    "FoundElsewhere": "found: the same work was done before, here or by another node",
    "Skipped": "did not run: {cause} has no result",
    "SwitchedOff": "did not run: it is switched off",
    "StepKept": "step {first} was kept",
    "StepsKept": "steps {first} to {last} were kept",
    "StepRan": "step {first} ran because {cause}",
    "StepsRan": "steps {first} to {last} ran because {cause}",
    "PicturesKept": "{kept} of {count} pictures were kept whole",
    "NotDoneYet": "the last run stopped before",
    "StatesLeft": "what they gave was no longer kept",
    "GoesFurther": "the last run ended before",
    "PartAltered": "{part} changed",
    "PartChanged": "{part} changed from {before} to {after}",
    "PartAdded": "{part} was added",
    "PartRemoved": "{part} was removed",
    "PartEndsEarlier": "{part} ends earlier",
    "PartEndsLater": "{part} ends later",
    "PartStartsEarlier": "{part} starts earlier",
    "PartStartsLater": "{part} starts later",
}
"""Every template by the id of its message."""


def reason(id: str, **fields: Any) -> Message:
    """The message called ``id``; a field may be a message itself."""
    return Message(id, ENGLISH[id], fields)


FOUND_UNCHANGED = reason("FoundUnchanged")
FOUND_ELSEWHERE = reason("FoundElsewhere")


def limited(causes: Sequence[Message]) -> tuple[Message, ...]:
    """The first causes, and how many others there are."""
    if len(causes) <= MOST_CAUSES:
        return tuple(causes)
    more = reason("MoreCauses", count=len(causes) - MOST_CAUSES + 1)
    return (*causes[: MOST_CAUSES - 1], more)


def explained(
    causes: Sequence[Message], steps: Sequence[Message] = (), translate: Translate | None = None
) -> str:
    """Why a node ran and which of its steps did, as one line; "" where nothing is known."""
    told = [step.text(translate) for step in steps]
    if causes:
        joined = _joined([cause.text(translate) for cause in causes], translate)
        told.insert(0, reason("Because", causes=joined).text(translate))
    semicolon = reason("Semicolon").text(translate)
    return semicolon.join(told)


def _joined(clauses: Sequence[str], translate: Translate | None) -> str:
    if len(clauses) == 1:
        return clauses[0]
    others = reason("Comma").text(translate).join(clauses[:-1])
    last = reason("LastOfSeveral", others=others, last=clauses[-1])
    return last.text(translate)
