"""What a learnt word may be called in prompts."""

from __future__ import annotations

import re

from app.sdk.errors import NodeError

_NAME = re.compile(r"<?[^\s,:<>()\[\]{}\\|]{1,100}>?")


class BadName(NodeError):
    """A prompt could not hold the name of a learnt word."""

    english = "{name} cannot stand in a prompt as one word: leave out spaces, commas and brackets."


def check_name(name: str) -> None:
    """Refuse a name with spaces or signs that mean something in prompts; none at all is fine."""
    if name and not _NAME.fullmatch(name):
        raise BadName(name=name[:80])


def name_in_prompts(file_stem: str) -> str:
    """What a word is called after its file: whatever prompts would read otherwise becomes ``_``."""
    return re.sub(r"[\s,:<>()\[\]{}\\|]+", "_", file_stem).strip("_") or "word"
