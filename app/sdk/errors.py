"""What a node raises when it cannot do its work."""

from __future__ import annotations

from app.graph.errors import LoomError


class NodeError(LoomError):
    """A node cannot do its work; the sentence says what is wrong and what to do.

    Node authors may raise it with a plain sentence; the program's own code subclasses it with an
    English template and fields, so that the sentence can be translated.
    """

    english = "{sentence}"

    def __init__(self, sentence: str = "", **fields: object) -> None:
        super().__init__(**({"sentence": sentence} if sentence else {}), **fields)


class DeclarationError(LoomError):
    """A node class is declared in a way that the editor cannot use."""

    english = "{node}: {problem}."
