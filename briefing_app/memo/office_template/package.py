"""A Word package as parts and their relationships, opened with care and packed again.

Nothing is unpacked to disk. Sizes are looked at before anything is unpacked; macros, passwords
and XML that declares a document type are refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from briefing_app.errors import BriefingError, PasswordNeeded, UnreadableFile, UnsupportedFormat
from briefing_app.memo.fixed_zip import pack

MOST_BYTES = 50 * 1024 * 1024
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 5000
_UNSUSPICIOUS_BYTES = 5 * 1024 * 1024
_RATIO = 250
"""How often smaller than its content a part may be packed; text packs at most some 20 times."""

TYPES = "[Content_Types].xml"
_OPC = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT = f"{WORD}document.main+xml"
TEMPLATE = f"{WORD}template.main+xml"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
           RuntimeError, OverflowError, KeyError)  # fmt: skip


@dataclass(frozen=True)
class Relation:
    """A tie from a part to another, or to an address outside.

    kind    last word of the relationship type: "header", "image", …
    target  name of a part, or the address where `is_external`
    """

    id: str
    type: str
    target: str
    is_external: bool

    @property
    def kind(self) -> str:
        """What the target is to the part."""
        return self.type.rpartition("/")[2]


class Package:
    """The parts of an opened file: `roots` holds those that are XML, to be changed in place.

    relations  of each part, "" for the package itself
    """

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self.types = _types(parts)
        self.roots: dict[str, etree._Element] = {}
        for name, data in parts.items():
            if name.endswith(".rels") or name == TYPES or self.type_of(name).endswith("xml"):
                self.roots[name] = _parsed(data)
        self.relations: dict[str, list[Relation]] = {}
        for name in [name for name in self.roots if name.endswith(".rels")]:
            source = _source(name)
            self.relations[source] = list(_relations(source, self.roots.pop(name), set(parts)))
        self.roots.pop(TYPES, None)

    @property
    def names(self) -> list[str]:
        """Of all parts of the file, in its order."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def type_of(self, name: str) -> str:
        """Content type of a part, "" for one that has none."""
        return self.types.get(name) or self.types.get(f"*.{name.rpartition('.')[2].lower()}", "")

    def related(self, source: str, kind: str) -> str:
        """Name of the part that `source` has in that role, "" for none."""
        found = (r.target for r in self.relations.get(source, ()) if r.kind == kind)
        return next((target for target in found if target in self), "")

    def add(self, source: str, kind: str, name: str, root: etree._Element) -> str:
        """Give `source` a new part; its name, which differs from `name` where that is taken."""
        stem, number = name, 2
        while name in self:
            name, number = stem.replace(".xml", f"{number}.xml"), number + 1
        self._parts[name], self.roots[name] = b"", root
        self.types[name] = f"{WORD}{kind}+xml"
        taken = {relation.id for relation in self.relations.setdefault(source, [])}
        id = next(id for id in (f"rAdd{n}" for n in range(1, 99)) if id not in taken)
        self.relations[source].append(Relation(id, f"{_OFFICE}/{kind}", name, is_external=False))
        return name

    def pack(self) -> bytes:
        """The parts that can be reached, as an archive; the same parts give the same bytes."""
        names = list(dict.fromkeys(self._reachable("")))
        overrides = "".join(
            f"<Override PartName={quoteattr('/' + n)} ContentType={quoteattr(self.type_of(n))}/>"
            for n in names
        )
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        types = f'<Default Extension="rels" ContentType="{rels}"/>{overrides}'
        files = [(TYPES, f'<Types xmlns="{_OPC}content-types">{types}</Types>'.encode())]
        for source in ("", *names):
            if self.relations.get(source):
                files.append((_rels_name(source), self._rels(source)))
        return pack([*files, *((name, self._bytes(name)) for name in names)])

    def _reachable(self, source: str) -> Iterator[str]:
        seen: set[str] = set()
        waiting = [source]
        while waiting:
            for relation in self.relations.get(waiting.pop(), ()):
                if not relation.is_external and relation.target not in seen:
                    seen.add(relation.target)
                    waiting.append(relation.target)
                    yield relation.target

    def _bytes(self, name: str) -> bytes:
        if name not in self.roots:
            return self._parts[name]
        root = self.roots[name]
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def _rels(self, source: str) -> bytes:
        rows = "".join(
            f"<Relationship Id={quoteattr(r.id)} Type={quoteattr(r.type)} "
            + (
                f'Target={quoteattr(r.target)} TargetMode="External"/>'
                if r.is_external
                else f"Target={quoteattr('/' + r.target)}/>"
            )
            for r in self.relations[source]
        )
        return f'<Relationships xmlns="{_OPC}relationships">{rows}</Relationships>'.encode()


def read(path: Path) -> Package:
    """The package of a .docx or .dotx.

    Raises UnreadableFile, PasswordNeeded or UnsupportedFormat: each says what to do.
    """
    if path.suffix.lower() in (".docm", ".dotm"):
        raise _with_macros(path)
    data = _bytes_of(path)
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise _locked(path)
        raise _no_word_file(path)
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise _no_word_file(path)
    try:
        package = Package(_unpacked(path, data))
    except (*_DAMAGE, etree.LxmlError) as error:
        raise _damaged(path) from error
    except _DoctypeFound as error:
        raise UnreadableFile(
            f"The template “{path.name}” declares a document type, as Word never does.",
            "Do not use it. Ask where it comes from.",
        ) from error
    kinds = (*package.types.values(), *package.names)
    kinds += tuple(r.type for all_of_part in package.relations.values() for r in all_of_part)
    if any(re.search("macroenabled|vbaproject|vbadata", kind, re.IGNORECASE) for kind in kinds):
        raise _with_macros(path)
    main = package.related("", "officeDocument")
    if package.type_of(main) not in (DOCUMENT, TEMPLATE):
        raise _no_word_file(path)
    package.types[main] = DOCUMENT
    return package


def unusable(path: Path, root: etree._Element) -> BriefingError:
    """Why a document without a body is none: it may be kept in another way of writing it."""
    if "purl.oclc.org" not in (etree.QName(root).namespace or ""):
        return _damaged(path)
    return UnsupportedFormat(
        f"The template “{path.name}” is kept as “Strict Open XML”.",
        "Save it in Word as a Word document or template and choose that.",
    )


class _DoctypeFound(Exception):
    """A part declares a document type, which can make a small file grow without end."""


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"The template “{path}” is not there.",
            "Choose the template again, or write the memo without one.",
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"The template “{path}” could not be read.",
            "Close it where it is open, or choose another one.",
        ) from error


def _unpacked(path: Path, data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if any(entry.flag_bits & 1 for entry in entries):
            raise _locked(path)
        if len(entries) > _MOST_PARTS or sum(e.file_size for e in entries) > _MOST_UNPACKED:
            raise _too_large(path)
        for entry in entries:
            packed = max(entry.compress_size, 1)
            if entry.file_size > _UNSUSPICIOUS_BYTES and entry.file_size > _RATIO * packed:
                raise _too_large(path)
        parts = {}
        for entry in entries:
            with archive.open(entry) as stream:
                parts[entry.filename.lstrip("/")] = stream.read(entry.file_size)
    if len(parts) != len(entries) or TYPES not in parts:
        raise _damaged(path)
    return parts


def _types(parts: dict[str, bytes]) -> dict[str, str]:
    """Content types by part name, and by "*.ending" for the parts that are not named."""
    found = {}
    for element in _parsed(parts[TYPES]):
        kind = element.get("ContentType", "")
        if element.get("PartName"):
            found[element.get("PartName", "").lstrip("/")] = kind
        elif element.get("Extension"):
            found[f"*.{element.get('Extension', '').lower()}"] = kind
    return found


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise _DoctypeFound
    return root


def _source(rels: str) -> str:
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.join(folder, posixpath.basename(rels)[: -len(".rels")])


def _rels_name(source: str) -> str:
    return posixpath.join(posixpath.dirname(source), "_rels", f"{posixpath.basename(source)}.rels")


def _relations(source: str, root: etree._Element, names: set[str]) -> Iterator[Relation]:
    """Those that lead to a part of the package or outside; Word writes a few that do neither."""
    for element in root.iterchildren(f"{{{_OPC}relationships}}Relationship"):
        target = element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            place = posixpath.join("/", posixpath.dirname(source), target)
            target = posixpath.normpath(place).lstrip("/")
        if is_external or target in names:
            yield Relation(element.get("Id", ""), element.get("Type", ""), target, is_external)


def _with_macros(path: Path) -> BriefingError:
    return UnsupportedFormat(
        f"The template “{path.name}” may hold macros, which are programs.",
        "Save it in Word as a template without macros (.dotx) and choose that.",
    )


def _no_word_file(path: Path) -> BriefingError:
    return UnsupportedFormat(
        f"“{path.name}” is not a Word document or template.",
        "Choose a .docx or .dotx file; save an older one in Word as .dotx first.",
    )


def _locked(path: Path) -> BriefingError:
    return PasswordNeeded(
        f"The template “{path.name}” is locked with a password.",
        "Save it in Word without a password and choose that.",
    )


def _damaged(path: Path) -> BriefingError:
    return UnreadableFile(
        f"The template “{path.name}” is damaged.", "Open it in Word and save it again."
    )


def _too_large(path: Path) -> BriefingError:
    return UnreadableFile(
        f"The template “{path.name}” is too large.",
        f"A template may have {MOST_BYTES // 1024 // 1024} MB; make its pictures smaller.",
    )
