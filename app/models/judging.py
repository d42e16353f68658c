"""What a folder or file is, by a look at its configs or its head."""

from __future__ import annotations

import logging

from app.models.folder_configs import folder_traits
from app.models.folders import Candidate
from app.models.records import Traits
from app.models.telling import tell
from app.sdk.checkpoint_shapes import recognise_shape
from app.sdk.errors import NodeError
from app.sdk.weight_heads import read_head

log = logging.getLogger(__name__)


def judge(candidate: Candidate) -> Traits:
    """All that can be told without the weights; a file that is damaged is of no kind."""
    if candidate.is_folder:
        return tell(folder_traits(candidate.path), {}, candidate.beside)
    try:
        head = read_head(candidate.path)
    except (NodeError, OSError) as error:
        log.warning("%s cannot be told: %s", candidate.path, error)
        return Traits("")
    shape = recognise_shape(head)
    if shape is None:
        return tell(Traits(""), head.notes, candidate.beside)
    told = Traits(shape.kind, shape.family, shape.variant, shape.layout)
    return tell(told, head.notes, candidate.beside)
