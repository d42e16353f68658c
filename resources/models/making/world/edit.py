"""What an edit is."""

from __future__ import annotations

from dataclasses import dataclass

from resources.models.making.world.picture import Picture


@dataclass(frozen=True)
class Edit:
    """An instruction, the picture after it, and the parts (of PARTS) that must look as before.

    `kind` names the attribute that changes. `stays` leaves out what the light of a new time of day
    would change.
    """

    kind: str
    instruction: str
    after: Picture
    stays: tuple[str, ...]
