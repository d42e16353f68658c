"""What is written into a saved picture beside its pixels: its graph, its prompt, its origin.

PNG: text chunks ``latent-loom`` (the graph), ``parameters`` (infotext) and, where ComfyUI has
words for it, ``prompt`` (its graph); never compressed, since Pillow refuses pictures whose
compressed text grows large; and XMP. JPEG and WebP: the infotext as EXIF UserComment, the graph
inside the XMP. No graph that is written carries the home folder, or names user or machine.
"""

from __future__ import annotations

import base64
import logging
import zlib
from dataclasses import dataclass, replace
from typing import Any, Literal

from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from app import __version__
from app.interchange.comfyui import comfyui_prompt
from app.interchange.infotext import infotext
from app.interchange.marks import VOCABULARY, Mark, mark_of, read_marks
from app.interchange.recipe import Recipe, read_origin
from app.interchange.xmp import packet
from app.sdk.personal import this_person
from app.sdk.saving import Inscription, Provenance

GRAPH_KEY = "latent-loom"
"""Keyword of the PNG text chunk that holds the graph."""

XMP_KEY = "XML:com.adobe.xmp"
LARGEST_SEGMENT = 65_500
"""Bytes that one EXIF or XMP segment of a JPEG can hold."""

_LONGEST_PROMPT = 10_000
_EXIF, _USER_COMMENT = 0x8769, 0x9286
_SYSTEM = {
    "Iptc4xmpExt:AISystemUsed": "Latent Loom",
    "Iptc4xmpExt:AISystemVersionUsed": __version__,
}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Embedding:
    """What is ready to be written into pictures: the graph (or nothing), what other programs can
    read of it, and the mark. ``is_ours`` where a network of this program painted them; ``prompt``
    is what the mark is to tell of the prompt."""

    graph: str
    recipe: Recipe | None
    mark: Mark
    is_ours: bool = False
    prompt: str = ""

    @property
    def note(self) -> dict[str, str]:
        """The mark as properties of XMP."""
        source = self.mark.source and VOCABULARY + self.mark.source
        ours = _SYSTEM if source and self.is_ours else {}
        return {
            "Iptc4xmpExt:DigitalSourceType": source,
            **ours,
            "Iptc4xmpExt:AIPromptInformation": self.prompt if ours else "",
            "loom:InputCredentials": "C2PA" if self.mark.credentials else "",
        }

    def options(
        self, format: Literal["PNG", "JPEG", "WebP"], index: int, width: int, height: int
    ) -> dict[str, Any]:
        """Pillow's options to save picture ``index`` of a batch in ``format``."""
        recipe = self.recipe
        parameters = infotext(recipe, width, height, index) if recipe else ""
        if format == "PNG":
            prompt = comfyui_prompt(recipe, width, height, index) if recipe else None
            return {"pnginfo": self._chunks(parameters, prompt)}
        options: dict[str, Any] = {"xmp": self._fitting_xmp()}
        exif = _exif(parameters)
        if parameters and len(exif) <= LARGEST_SEGMENT:
            options["exif"] = exif
        return options

    def _chunks(self, parameters: str, prompt: str | None) -> PngInfo:
        chunks = PngInfo()
        if self.graph:
            chunks.add_text(GRAPH_KEY, self.graph)
        if parameters:
            chunks.add_text("parameters", parameters)
        if prompt:
            chunks.add_text("prompt", prompt)
        chunks.add_itxt(XMP_KEY, self._xmp(""))
        return chunks

    def _fitting_xmp(self) -> bytes:
        packed = base64.b64encode(zlib.compress(self.graph.encode())).decode()
        xmp = self._xmp(packed if self.graph else "").encode()
        if len(xmp) > LARGEST_SEGMENT:
            log.warning("The graph is too large for this format and is only embedded in PNG.")
            shorter = self.prompt[:_LONGEST_PROMPT]  # in bytes up to six times as long
            return replace(self, prompt=shorter)._xmp("").encode()
        return xmp

    def _xmp(self, packed: str) -> str:
        """An XMP packet with the mark, and a packed graph, if any."""
        return packet({**self.note, "loom:Graph": packed})


def embed(graph: str) -> Embedding:
    """What the pictures of a graph carry; ``graph`` is its file as text, or empty."""
    return inscribed(Inscription(graph))


def inscribed(told: Inscription) -> Embedding:
    """What a picture carries of which this is told."""
    saving = told.saving
    graph = "" if saving.graph == "none" else this_person().portable_json(told.graph)
    origin = read_origin(graph)
    come = told.provenance or Provenance(origin.generated, origin.from_picture)
    mark = mark_of(come, read_marks(come.files), wanted=saving.mark)
    recipe = origin.recipe if saving.graph == "whole" else None
    prompt = recipe.prompt if recipe and saving.prompt else ""
    return Embedding(graph, recipe, mark, come.generated and saving.mark, prompt)


def _exif(parameters: str) -> bytes:
    exif = Pillow.Exif()
    exif[_EXIF] = {_USER_COMMENT: b"UNICODE\0" + parameters.encode("utf-16-be", "replace")}
    return exif.tobytes()
