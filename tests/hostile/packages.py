"""ZIP archives and what is made of them: Word documents, OpenDocument texts, e-books."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping

from tests.hostile.case import SECRET, Case, Places, page, paragraphs, plain, words, zipped

_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def cases(at: Places) -> Iterator[Case]:
    """All cases of archives and documents that are archives."""
    yield from _archives()
    yield from _names(at)
    yield from _word(at)
    yield from _open_document(at)
    yield from _books(at)


def _archives() -> Iterator[Case]:
    name = "z-bomb.zip"
    yield Case(name, lambda: zipped({"a.txt": b"a" * (60 << 20)}), says="unreasonable size")
    yield Case("z-many.zip", lambda: zipped({f"{n}.txt": "x" for n in range(5_100)}, 0),
               says="has 5,100 entries")  # fmt: skip
    yield Case("z-overlap.zip", _overlapping, says="unreasonable size")
    yield Case("z-empty.zip", zipped({}), says="no files in the archive")
    yield Case("z-litter.zip", zipped({"__MACOSX/._a": "x", ".DS_Store": "x"}), says="no files")
    yield Case("z-cut.zip", zipped({"a.txt": plain("z-cut")})[:-40], says="damaged or not complete")
    yield Case("z-junk.zip", b"PK\3\4" + b"junk" * 90, says="damaged or not complete")
    yield Case("z-jar.zip", zipped({"META-INF/MANIFEST.MF": "x", "A.class": "x"}), says="program")
    yield Case("z-locked.zip", _locked(0), says="needs its password")
    yield Case("z-locked-aes.zip", _locked(99), says="needs its password")
    name = "z-nested.zip"
    nested = zipped({"deep.txt": plain(name)})
    for depth in range(7):
        nested = zipped({f"{depth}.zip": nested})
    yield Case(name, nested, says="“3.zip” is in a file within files")
    name = "z-one-bad.zip"
    spoilt = bytearray(zipped({"bad.txt": plain("never seen"), "good.txt": plain(name)}, 0))
    spoilt[60] ^= 255
    yield Case(name, bytes(spoilt), (words(name),), "“bad.txt” is damaged in the archive")
    name = "z-mixed.zip"
    inside = {"a.png": b"\x89PNG\r\n", "b.exe": b"MZ" + bytes(90), "c.txt": plain(name)}
    yield Case(name, zipped(inside), (words(name),), "picture is damaged")


def _names(at: Places) -> Iterator[Case]:
    name = "z-names.zip"
    yield Case(name, zipped({"../../../z-escaped.txt": plain(name)}), (words(name),))
    name = "z-absolute.zip"
    yield Case(name, zipped({"/tmp/z-escaped.txt": plain(name)}), (words(name),))
    name = "z-drive.zip"
    yield Case(name, zipped({"C:\\Windows\\z-escaped.txt": plain(name)}), (words(name),))
    name = "z-link.zip"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield Case(name, zipped({link: "/etc/passwd", "a.txt": plain(name)}), (words(name),))
    name = "z-list.zip"
    listed = f"TY  - NEWS\nTI  - A\nL1  - {at.outside}\nL1  - ../../outside.txt\nER  - \n"
    inside = {"lib/list.ris": listed, "lib/a.txt": plain(name)}
    yield Case(name, zipped(inside, 0), (words(name),), "was not found", lacks=(SECRET,))


def _overlapping() -> bytes:
    data = zipped({"a.txt": plain("z-overlap") * 9, "b.txt": "x"})
    second = data.rindex(b"PK\1\2")
    return data[: second + 42] + bytes(4) + data[second + 46 :]


def _locked(method: int) -> bytes:
    """An archive with one entry that says of itself that it is encrypted."""
    data = bytearray(zipped({"a.txt": plain("z-locked")}, 0))
    for start, place in ((0, 6), (data.rindex(b"PK\1\2"), 8)):
        data[start + place] |= 1
        data[start + place + 2 : start + place + 4] = struct.pack("<H", method)
    return bytes(data)


def _relation(target: str, kind: str = "officeDocument", more: str = "") -> str:
    return (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='r1' Type='{_OFFICE}/{kind}' Target='{target}'{more}/></Relationships>"
    )


def _document(name: str, more: str = "", head: str = "", parts: Mapping[str, str] | None = None,
              packing: int = 8) -> bytes:  # fmt: skip
    body = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in (f"Report on {name}", *paragraphs(name))
    )
    whole = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relation("word/document.xml"),
        "word/document.xml": f"{head}<w:document {_W}><w:body>{body}{more}</w:body></w:document>",
        **(parts or {}),
    }
    return zipped(whole, packing)


def _word(at: Places) -> Iterator[Case]:
    def hidden(markup: str) -> str:
        return f"<w:p><w:r>{markup}<w:t>{SECRET}</w:t></w:r></w:p>"

    for kind, more in (
        ("vanish", hidden("<w:rPr><w:vanish/></w:rPr>")),
        ("deleted", f"<w:p><w:del><w:r><w:delText>{SECRET}</w:delText></w:r></w:del></w:p>"),
        (
            "field",
            f"<w:p><w:r><w:instrText>INCLUDETEXT {at.outside} {SECRET}</w:instrText></w:r></w:p>",
        ),
        ("web-hidden", hidden("<w:rPr><w:vanish w:val='true'/></w:rPr>")),
    ):
        name = f"d-{kind}.docx"
        yield Case(name, _document(name, more), (words(name),), lacks=(SECRET,))
    name = "d-external.docx"
    parts = {"word/_rels/document.xml.rels": _relation(f"{at.server}/a.dotm", "attachedTemplate",
                                                       " TargetMode='External'")}  # fmt: skip
    yield Case(name, _document(name, parts=parts), (words(name),))
    name = "d-entity.docx"
    head = f"<!DOCTYPE w [<!ENTITY x SYSTEM '{at.outside}'>]>"
    yield Case(name, _document(name, "&x;", head), says="document type", lacks=(SECRET,))
    name = "d-unused-bomb.docx"
    yield Case(name, lambda: _document("d-unused-bomb.docx", parts={"x.bin": "a" * (90 << 20)}),
               (words(name),))  # fmt: skip
    yield Case("d-bomb.docx", lambda: _document("d-bomb.docx", " " * (90 << 20)),
               says="large|unreasonable|memory|damaged")  # fmt: skip
    name = "d-deep.docx"
    yield Case(name, _document(name, "<w:tbl><w:tr><w:tc>" * 20_000), says="damaged|nested")
    yield Case("d-cut.docx", _document("d-cut.docx")[:-60], says="damaged")
    bare = {"[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>"}
    yield Case("d-no-document.docx", zipped(bare), says="damaged|no text|no article")
    yield Case("d-table.xlsx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "x"}),
               says="spreadsheet|slides")  # fmt: skip
    yield Case(
        "d-old.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900),
        says="Word|damaged|cannot be read",
    )
    flat = "<?xml version='1.0'?>{}<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
    bomb = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]>"
    yield Case("d-flat-entities.xml", f"{flat.format(bomb)}&c;</pkg:package>".encode(),
               says="document type")  # fmt: skip
    yield Case(
        "d-flat-deep.xml", (flat.format("") + "<a>" * 50_000).encode(), says="damaged|nested"
    )
    yield Case("d-flat-empty.xml", f"{flat.format('')}</pkg:package>".encode(), says="no text")
    name = "d-really-docx.zip"
    yield Case(name, _document(name), (words(name),))


def _text_file(name: str, more: str = "", head: str = "", parts: Mapping[str, str] | None = None
               ) -> bytes:  # fmt: skip
    body = "".join(f"<text:p>{text}</text:p>" for text in (f"Report on {name}", *paragraphs(name)))
    content = (
        f"{head}<office:document-content xmlns:office='{_ODF}:office:1.0' "
        f"xmlns:text='{_ODF}:text:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'><office:body><office:text>"
        f"{body}{more}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, **(parts or {})}, 0)


def _open_document(at: Places) -> Iterator[Case]:
    for kind, more in (
        ("spaces", "<text:p>And<text:s text:c='999999999'/>so on</text:p>"),
        ("odd-spaces", "<text:p>And<text:s text:c='x'/><text:s text:c='-5'/>so on</text:p>"),
        ("deleted", f"<text:tracked-changes><text:p>{SECRET}</text:p></text:tracked-changes>"),
        ("hidden", f"<text:section text:display='none'><text:p>{SECRET}</text:p></text:section>"),
        (
            "section",
            f"<text:section><text:section-source xlink:href='{at.outside}'/></text:section>",
        ),
    ):
        name = f"o-{kind}.odt"
        yield Case(name, _text_file(name, more), (words(name),), lacks=(SECRET,))
    name = "o-entity.odt"
    head = f"<!DOCTYPE x [<!ENTITY x SYSTEM '{at.outside}'>]>"
    yield Case(name, _text_file(name, "&x;", head), says="document type", lacks=(SECRET,))
    name = "o-locked.odt"
    manifest = (
        f"<m:manifest xmlns:m='{_ODF}:manifest:1.0'><m:file-entry m:full-path='content.xml'>"
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    locked = _text_file(name, parts={"META-INF/manifest.xml": manifest})
    yield Case(name, locked, says="password|encrypted|protected")


def _book(name: str, href: str = "a.xhtml", parts: Mapping[str, str] | None = None) -> bytes:
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata/><manifest><item id='a' "
        f"href='{href}' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/>"
        "</spine></package>"
    )
    container = (
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
        "<rootfile full-path='b.opf'/></rootfiles></container>"
    )
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": container,
             "b.opf": package, "a.xhtml": page(name), **(parts or {})}  # fmt: skip
    return zipped(files, 0)


def _books(at: Places) -> Iterator[Case]:
    name = "e-book.epub"
    more = {
        "a.xhtml": page(name, f"<p style='display:none'>{SECRET}</p><img src='{at.server}/a'/>")
    }
    yield Case(name, _book(name, parts=more), (words(name),), lacks=(SECRET,))
    for kind, href in (
        ("up", "../../../outside.txt"),
        ("address", at.outside),
        ("missing", "z.html"),
    ):
        yield Case(f"e-{kind}.epub", _book("e", href), says="no .*text|damaged", lacks=(SECRET,))
    rights = (
        "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><EncryptedData "
        "xmlns='http://www.w3.org/2001/04/xmlenc#'><EncryptionMethod "
        "Algorithm='http://www.w3.org/2001/04/xmlenc#aes128-cbc'/><CipherData><CipherReference "
        "URI='a.xhtml'/></CipherData></EncryptedData></encryption>"
    )
    locked = _book(
        "e-locked", parts={"META-INF/encryption.xml": rights, "META-INF/rights.xml": "x"}
    )
    yield Case("e-locked.epub", locked, says="copy-protect|DRM")
    bare = zipped({"mimetype": "application/epub+zip"}, 0)
    yield Case("e-bare.epub", bare, says="damaged|no .*text")
