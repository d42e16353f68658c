"""Texts in which a part is drawn by chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from app.sdk import Context, Folder, Node, Plain, Seed, param
from app.sdk.paths import full_path


class WildcardText(Node):
    """Draw a text by chance: `a {red|green} house`, or a line of a file by `__colour__`.

    The same seed draws the same text. {3::red|green} draws red three times as often. __colour__ is
    a line of colour.txt in the folder, where lines may hold choices and wildcards again. Write \\{
    for a brace. Wire a Range to the seed for several texts at once.
    """

    category = "Text"
    aliases = ("random", "dynamic prompt", "choice", "variation", "dice")

    text: str = param(
        default="a {red|green|blue} house", many_lines=True, tip="The text with its choices."
    )
    seed: Seed = param(default=0, tip="Same seed, same text.")
    folder: Folder = param(
        default="", tip="Where the .txt files of wildcards lie, with a choice on each line."
    )

    def run(self, ctx: Context) -> Annotated[str, "The text that was drawn."]:
        from app.diffusion.plain.wildcard_files import read_lines
        from app.diffusion.plain.wildcards import Draw

        folder = full_path(self.folder) if self.folder.strip() else None
        lines = read_lines(self.text, folder)
        return Draw(self.seed, lines, str(folder or "")).text(self.text)

    @classmethod
    def check(cls, parameters: Mapping[str, Plain]) -> None:
        """Every brace needs its partner."""
        from app.diffusion.plain.wildcards import check_braces

        check_braces(parameters["text"])

    @classmethod
    def reads(cls, parameters: Mapping[str, Plain]) -> Iterable[Path]:
        """The files of all wildcards that may be drawn from."""
        from app.diffusion.plain.wildcard_files import used_files

        folder = str(parameters.get("folder", ""))
        text = str(parameters.get("text", ""))
        return used_files(text, full_path(folder)).values() if folder.strip() else ()
