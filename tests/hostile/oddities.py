"""Odd things that nobody thinks of: files within themselves, wrong names, text that only hides."""

from __future__ import annotations

import io
import json
import plistlib
import struct
import zipfile
from collections.abc import Iterator

from tests.hostile import messages, packages
from tests.hostile.case import SECRET, Case, Places, page, paragraphs, plain, words, zipped
from tests.hostile.rich_texts import rich
from tests.readers.winmail import MESSAGE, sized, text, winmail


def cases(at: Places) -> Iterator[Case]:
    """All cases that fit nowhere else."""
    yield from _hiding()
    yield from _cloaked()
    yield from _misnamed()
    yield from _archives()
    yield from _packed_mail()
    yield from _agencies(at)
    yield from _links()
    yield from _texts()


def _hiding() -> Iterator[Case]:
    """Text that is there and cannot be seen."""
    for kind, head, more in (
        ("sheet", "<style>/* */ .a, p.x{display:none}</style>", f"<p class='y x'>{SECRET}</p>"),
        ("white", "", f"<p style='color:#FFFFFF'>{SECRET}</p>"),
        ("tiny", "", f"<p style='font-size:1px'>{SECRET} {words('tiny') * 5}</p>"),
        ("sheet-bomb", f"<style>{'.x{' * 90_000}</style><style>.x{{display:none}}</style>", ""),
    ):
        name = f"q-hidden-{kind}.html"
        yield Case(name, page(name, more, head).encode(), (words(name),), lacks=(SECRET,))
    name = "q-white.docx"
    run = f"<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p>"
    yield Case(name, packages._document(name, run), (words(name),), "Hidden text", (SECRET,))
    name = "q-styles-in-a-ring.docx"
    ring = "".join(
        f"<w:style w:styleId='{own}'><w:basedOn w:val='{other}'/></w:style>"
        for own, other in ("AB", "BA", "CC")
    )
    parts = {
        "word/_rels/document.xml.rels": packages._relation("styles.xml", "styles"),
        "word/styles.xml": f"<w:styles {packages._W}>{ring}</w:styles>",
    }
    styled = "<w:p><w:pPr><w:pStyle w:val='A'/></w:pPr><w:r><w:t>Ring.</w:t></w:r></w:p>"
    yield Case(name, packages._document(name, styled, parts=parts), (words(name), "Ring."))
    name = "q-white.rtf"
    table = "\\ansi{\\colortbl;\\red255\\green255\\blue255;}"
    data = rich(name, f"{{\\cf1 {SECRET}}}", table)
    yield Case(name, data, (words(name),), "Hidden text", (SECRET,))
    name = "q-colours-unclosed.rtf"
    yield Case(name, rich(name, "{\\colortbl;\\red255"), (words(name),))


def _cloaked() -> Iterator[Case]:
    """Pages that hide all of themselves until a script has run, and are saved like that."""
    for kind, head, around in (
        ("body", "<style>body{display:none}</style>", "{}"),
        ("class", "<style>.app{visibility:hidden}</style>", "<div class='app'>{}</div>"),
        ("style", "", "<div id='app' style='display:none'>{}</div>"),
        ("hidden", "", "<main hidden>{}</main>"),
    ):
        name = f"q-cloak-{kind}.html"
        article = "".join(f"<p>{part} {part}</p>" for part in paragraphs(name))
        whole = f"<html><head>{head}</head><body>{around.format(article)}</body></html>"
        yield Case(name, whole.encode(), (words(name),))


def _misnamed() -> Iterator[Case]:
    """Files that are not what their names say."""
    name = "q-page.doc"
    yield Case(name, page(name).encode(), (words(name),))
    name = "q-rich.doc"
    yield Case(name, rich(name), (words(name),))
    name = "q-word.pdf"
    yield Case(name, packages._document(name), (words(name),))
    name = "q-mail.txt"
    yield Case(name, messages.mail(name), (words(name),))
    name = "q-answer-of-a-server.html"
    head = b"HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/html\r\nSet-Cookie: a=b\r\n\r\n"
    yield Case(name, head + page(name).encode(), (words(name),), lacks=("Set-Cookie", "nginx"))
    name = "q-wide.mht"
    saved = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://c.example/{name}\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{page(name)}\r\n--b--\r\n"
    )
    yield Case(name, saved.encode("utf-16"), (words(name),))


def _archives() -> Iterator[Case]:
    name = "q-behind-a-program.zip"
    yield Case(name, b"MZ" + bytes(600) + zipped({"a.txt": plain(name)}), (words(name),))
    name = "q-comment.zip"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", plain(name))
        archive.comment = zipped({"b.txt": SECRET * 20})[-60:-22]
    yield Case(name, made.getvalue(), (words(name),), lacks=(SECRET,))
    name = "q-names.zip"
    inside = {
        "\u202etxt.exe": plain(name), "a\nb\x1b[2J.txt": plain(f"{name}-2"),
        "x" * 60_000 + ".txt": plain(f"{name}-3"), "...": "nothing much",
    }  # fmt: skip
    yield Case(name, zipped(inside), (words(name), words(f"{name}-2"), words(f"{name}-3")))
    for kind, field in (
        ("cut", b"\x01\x99\x07\0\x02"), ("none", b""),
        ("strength", struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", 9, 8)),
    ):  # fmt: skip
        entry = zipfile.ZipInfo("a.txt")
        entry.extra = field
        data = bytearray(zipped({entry: plain("aes")}, 0))
        for start, place in ((0, 6), (data.rindex(b"PK\1\2"), 8)):
            data[start + place] |= 1
            data[start + place + 2 : start + place + 4] = struct.pack("<H", 99)
        yield Case(f"q-aes-{kind}.zip", bytes(data), says="needs its password|is damaged")


def _packed_mail() -> Iterator[Case]:
    name = "q-winmail-in-winmail.dat"
    whole = winmail({0x1000: "\r\n\r\n".join(paragraphs(name)), 0x37: f"Report on {name}"})
    for _ in range(30):
        whole = winmail({}, [[(0x0D, 0x3701, sized(MESSAGE + whole))]])
    yield Case(name, whole, says="a message that is nested too deeply")
    name = "q-winmail-cut.eml"
    body = messages.parts(
        f"Content-Type: text/plain\n\n{words(name)} {words(name)} {words(name)}",
        "Content-Type: application/ms-tnef; name=winmail.dat\n\n\x78\x9f\x3e\x22 cut",
    )
    kind = "multipart/mixed; boundary=b"
    yield Case(name, messages.mail(name, kind=kind, body=body), (words(name),), "winmail.dat could")
    name = "q-winmail-count.dat"
    data = bytearray(winmail({0x1000: "x" * 300}))
    start = data.index(b"\x1f\0\0\x10") - 4
    data[start : start + 4] = b"\xff\xff\xff\xff"
    yield Case(name, bytes(data), says="damaged")
    name = "q-winmail-names.dat"
    report = [text(0x3707, "..\\..\\C:\\Windows\\q.txt"), text(0x3701, plain(name).encode())]
    yield Case(name, winmail({0x37: "Papers"}, [report]), (words(name),), lacks=("Windows",))
    yield Case("q-length.emlx", b"999999999999\nFrom: a", says="no text|no article|damaged")
    recursive = plistlib.dumps({"WebMainResource": {"a": ["b"]}}, fmt=plistlib.FMT_BINARY)
    ring = bytearray(recursive)
    ring[ring.index(b"\xa1") + 1] = ring[8 + 1] if len(ring) > 9 else 0
    yield Case("q-ring.webarchive", bytes(ring), says="damaged|no .*page|nested|no text")


def _agencies(at: Places) -> Iterator[Case]:
    body = lambda name: "".join(f"<p>{part}</p>" for part in paragraphs(name))  # noqa: E731
    name = "q-nitf-type.xml"
    head = f"<!DOCTYPE nitf SYSTEM '{at.server}/nitf.dtd'>"
    whole = f"{head}<nitf><body><body.content>{body(name)}</body.content></body></nitf>"
    yield Case(name, whole.encode(), (words(name),))
    name = "q-nitf-entity.xml"
    head = f"<!DOCTYPE nitf SYSTEM \"a'b\" [<!ENTITY x SYSTEM '{at.outside}'>]>"
    whole = f"{head}<nitf><body><p>&x;</p></body></nitf>"
    yield Case(name, whole.encode(), says="declares a document type", lacks=(SECRET,))
    name = "q-nitf-deep.xml"
    whole = f"<nitf><body>{'<block>' * 50_000}{body(name)}"
    yield Case(name, whole.encode(), says="no article text|readable")
    name = "q-newsml-forms.xml"
    item = f"<DataContent>{body(name)}</DataContent>" * 3_000
    yield Case(name, f"<NewsML><NewsItem>{item}</NewsItem></NewsML>".encode(), (words(name),))
    name = "q-factiva-deep.xml"
    field = f"<paragraph>{'<hlt>' * 9_000}x</paragraph>"
    whole = f"<a><ppsArticleResponse><article><headline>{field}</headline></article>"
    yield Case(name, whole.encode(), says="perhaps only headlines|readable")


def _links() -> Iterator[Case]:
    link = json.dumps({"url": "https://docs.example/d/1", "doc_id": "1", "email": "a@b.example"})
    yield Case("q-online.gdoc", link.encode(), says="only a link: https://docs.example/d/1")
    yield Case("q-script.url", b"[InternetShortcut]\r\nURL=javascript:alert(1)\r\n",
               says="only a link|no address|leads", lacks=("javascript",))  # fmt: skip


def _texts() -> Iterator[Case]:
    name = "q-terminal.txt"
    coloured = plain(name).replace("trainers", "\x1b[31mtrainers\x1b[0m")
    yield Case(name, coloured.encode(), (words(name),), lacks=("[31m", "[0m"))
    name = "q-old-mac.txt"
    yield Case(name, plain(name).replace("\n", "\r").encode(), (words(name),))
    name = "q-half-wide.txt"
    yield Case(name, plain(name).encode("utf-16")[:-1], (words(name),))
    name = "q-two-encodings.txt"
    mixed = plain(name).encode() + "Köln und Málaga\n".encode("cp1252") * 3
    yield Case(name, mixed, (words(name),))
    name = "q-marks-in-the-middle.txt"
    yield Case(name, plain(name).replace("\n\n", "\n\n\ufeff").encode(), (words(name),))
