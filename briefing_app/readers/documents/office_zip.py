"""The parts of a word processor's file: a ZIP archive of XML, opened with care.

Sizes are looked at before anything is unpacked, a part is unpacked no further than it says of
itself, and XML that declares a document type is refused: no office program writes one.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from briefing_app.errors import UnreadableFile

PARTS = 10_000
PART_BYTES = 64 * 1024 * 1024
_UNSUSPICIOUS_BYTES = 5 * 1024 * 1024
_RATIO = 250
"""How often smaller than its content a part may be packed; text packs at most some 20 times."""

_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
           NotImplementedError, OverflowError, KeyError)  # fmt: skip


class OfficeZip:
    """An opened file. Its methods raise UnreadableFile: a part is damaged or absurdly large."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = ZipFile(BytesIO(data))
        except _DAMAGE as error:
            raise _damaged() from error
        self._parts = {part.filename.lstrip("/"): part for part in self._archive.infolist()}
        if len(self._parts) > PARTS:
            raise UnreadableFile("the file has too many parts.", "Copy the text and paste it.")

    @property
    def names(self) -> list[str]:
        """Of all parts, in the order of the archive."""
        return list(self._parts)

    def bytes_of(self, name: str) -> bytes:
        """The content of a part, b"" where there is none of that name."""
        part = self._parts.get(name.lstrip("/"))
        if part is None:
            return b""
        _check_size(part)
        try:
            with self._archive.open(part) as stream:
                return stream.read(part.file_size)
        except _DAMAGE as error:
            raise _damaged() from error

    def xml(self, name: str) -> etree._Element:
        """The root element of an XML part, an empty one where there is no such part."""
        data = self.bytes_of(name)
        return parse(data) if data else etree.Element("none")


class FlatPackage:
    """The XML parts of a file that is not packed, by their names; else like OfficeZip."""

    def __init__(self, parts: Mapping[str, etree._Element]) -> None:
        self._parts = parts

    def bytes_of(self, name: str) -> bytes:
        """The content of a part, b"" where there is none of that name."""
        part = self._parts.get(name.lstrip("/"))
        return b"" if part is None else etree.tostring(part)

    def xml(self, name: str) -> etree._Element:
        """The root element of a part, an empty one where there is no such part."""
        part = self._parts.get(name.lstrip("/"))
        return etree.Element("none") if part is None else part


def parse(data: bytes) -> etree._Element:
    """The root of XML. Raises UnreadableFile: it is damaged, or declares a document type."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise _damaged() from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile(
            "the file declares a document type, as no word processor does; it was not opened.",
            "Ask the sender what it is.",
        )
    return root


def attribute(node: etree._Element, name: str) -> str:
    """The value of the attribute of that name in whatever namespace, "" for none."""
    for key, value in node.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def _check_size(part: ZipInfo) -> None:
    swollen = part.file_size > _UNSUSPICIOUS_BYTES
    if part.file_size > PART_BYTES or (swollen and part.file_size > _RATIO * part.compress_size):
        raise UnreadableFile(
            "the file would unpack to an unreasonable size.",
            "Copy the article's text and paste it into the window.",
        )


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "the file is damaged.", "Open it in the program it was made with and save it again."
    )
