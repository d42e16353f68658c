"""Annotations for parameters that are more than a plain number or text."""

from __future__ import annotations

from typing import Annotated

from app.graph.spec import ParameterKind

Seed = Annotated[int, ParameterKind.SEED]
"""Starting number of a random generator, 0 to 2**63 - 1."""

File = Annotated[str, ParameterKind.FILE]
"""Path of a file to read."""

Folder = Annotated[str, ParameterKind.FOLDER]
"""Path of a folder."""

Colour = Annotated[str, ParameterKind.COLOUR]
"""A colour as #rrggbb."""

Size = Annotated[tuple[int, int], ParameterKind.SIZE]
"""Width and height in pixels."""

ModelName = Annotated[str, ParameterKind.MODEL]
"""Name or path of a model; ``param(model_kind=...)`` says which kind."""
