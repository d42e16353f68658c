"""What can be wrong with a file or text that should hold a graph."""

from __future__ import annotations

from app.graph.errors import GraphError


class FileError(GraphError):
    """Base of everything that can be wrong with a file or text that should hold a graph."""


class NotAGraph(FileError):
    """The file is something else."""

    english = "{file} is not a Latent Loom graph ({problem}): choose a .loom file."


class Damaged(FileError):
    """The file was a graph, but cannot be read any more."""

    english = (
        "{file} is damaged at line {line} ({problem}): it was cut short or changed by hand, "
        "so restore an earlier copy of it."
    )


class WrongShape(FileError):
    """Something in the file has another form than the format says."""

    english = "In {file}, {where} must be {expected}, not {found}: correct it in a text editor."


class NewerFormat(FileError):
    """The file was saved by a newer version of the program."""

    english = (
        "{file} has format {found}, and this version of Latent Loom reads formats up to {known}: "
        "update the program to open it."
    )


class TooLarge(FileError):
    """The file is a graph, but one that no window can show."""

    english = (
        "{file} holds {count} {things}, and Latent Loom opens at most {most}: "
        "keep parts of it in files of their own."
    )


class Unreadable(FileError):
    """The file system does not give the file."""

    english = (
        "{file} cannot be read ({reason}): check that you may read it, or choose another file."
    )


class NoSuchFile(Unreadable):
    """There is no file of this name."""

    english = "There is no file {file}: check its name and folder, or choose another file."


class NotAFile(Unreadable):
    """The name is that of a folder, a device or a pipe."""

    english = "{file} is not a file: choose a .loom file."


class Unwritable(FileError):
    """The file system does not take the file."""

    english = (
        "{file} cannot be saved ({reason}): what was there before is unchanged, "
        "so save it somewhere else."
    )
