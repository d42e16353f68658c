"""What is written into a saved picture beside its pixels: its graph, its prompt, its origin.

PNG: text chunks ``latent-loom`` (the graph), ``parameters`` (infotext) and, where ComfyUI has
words for it, ``prompt`` (its graph); never compressed, since Pillow refuses pictures whose
compressed text grows large; and XMP. JPEG and WebP: the infotext as EXIF UserComment, the graph
inside the XMP.
"""

from __future__ import annotations

import base64
import logging
import zlib
from dataclasses import dataclass
from typing import Any, Literal

from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from app.interchange.comfyui import comfyui_prompt
from app.interchange.infotext import infotext
from app.interchange.recipe import Origin, read_origin

GRAPH_KEY = "latent-loom"
"""Keyword of the PNG text chunk that holds the graph."""

XMP_KEY = "XML:com.adobe.xmp"
SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
LARGEST_SEGMENT = 65_500
"""Bytes that one EXIF or XMP segment of a JPEG can hold."""

_EXIF, _USER_COMMENT = 0x8769, 0x9286
_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:loom="urn:latent-loom:1"{attributes}/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Embedding:
    """A graph, ready to be written into the pictures that it made."""

    graph: str
    origin: Origin

    def options(
        self, format: Literal["PNG", "JPEG", "WebP"], index: int, width: int, height: int
    ) -> dict[str, Any]:
        """Pillow's options to save picture ``index`` of a batch in ``format``."""
        recipe = self.origin.recipe
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
            return self._xmp("").encode()
        return xmp

    def _xmp(self, packed: str) -> str:
        """An XMP packet with the mark of generated pictures and a packed graph, if any."""
        attributes = f' loom:Graph="{packed}"' if packed else ""
        if self.origin.generated:
            prefix = "compositeWithT" if self.origin.from_picture else "t"
            source = f"{SOURCES}{prefix}rainedAlgorithmicMedia"
            attributes = f' Iptc4xmpExt:DigitalSourceType="{source}"' + attributes
        return _PACKET.format(attributes=attributes)


def embed(graph: str) -> Embedding:
    """What the pictures of a graph carry; ``graph`` is its file as text, or empty."""
    return Embedding(graph, read_origin(graph))


def _exif(parameters: str) -> bytes:
    exif = Pillow.Exif()
    exif[_EXIF] = {_USER_COMMENT: b"UNICODE\0" + parameters.encode("utf-16-be", "replace")}
    return exif.tobytes()
