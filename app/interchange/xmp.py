"""XMP packets: what a picture says of its origin, as the IPTC words it, and where files keep it.

Properties of the namespace Iptc4xmpExt (IPTC Photo Metadata Standard 2025.1): DigitalSourceType,
AISystemUsed, AISystemVersionUsed, AIPromptInformation. Places: XMP Specification Part 3, Storage in
Files (ISO 16684-1): MP4 in a box ``uuid``, GIF in an application extension.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:loom="urn:latent-loom:1"{attributes}/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
_ESCAPED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
_MP4_BOX = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_GIF_HEAD = b"\x21\xff\x0bXMP DataXMP"
_GIF_TRAILER = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
"""Leads a reader of sub-blocks, from wherever it fell into the packet, to the end."""


def packet(properties: Mapping[str, str]) -> str:
    """An XMP packet; the names of ``properties`` begin with ``Iptc4xmpExt:`` or ``loom:``."""
    attributes = (f' {name}="{_value(text)}"' for name, text in properties.items() if text)
    return _PACKET.format(attributes="".join(attributes))


def in_mp4(content: bytes, xmp: str) -> bytes:
    """The bytes of an MP4 file with a packet at its end."""
    body = _MP4_BOX + xmp.encode()
    return content + (len(body) + 8).to_bytes(4, "big") + b"uuid" + body


def in_gif(content: bytes, xmp: str) -> bytes:
    """The bytes of a GIF file with a packet behind its colours; GIF89a, as animations are."""
    colours = content[10]
    place = 13 + (3 << (colours & 7) + 1 if colours & 0x80 else 0)
    return content[:place] + _GIF_HEAD + xmp.encode() + _GIF_TRAILER + content[place:]


def _value(text: str) -> str:
    """A text as the value of an attribute; what XML cannot hold is left out."""
    clean = text.translate(_NOT_XML).encode("utf-8", "replace").decode()
    return escape(clean, _ESCAPED)
