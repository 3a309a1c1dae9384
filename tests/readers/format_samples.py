"""One article in every kind of file that the tests can write themselves."""

from __future__ import annotations

import io
import json
import plistlib
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from functools import cache
from html import escape

from briefing_app import libreoffice
from tests.readers.compound_file import compound_file, outlook_item
from tests.readers.pdf_samples import column, make_pdf, set_lines
from tests.readers.winmail import winmail

HEADLINE = "Ambassadors wait for a map of the missing trainers"
BYLINE = "Lena Aarts"
OUTLET = "Meridian Wire"
DAY = "2020-01-06"
URL = "https://meridian.example/2020/01/06/map"
PARAGRAPHS = (
    "BRUSSELS (Meridian Wire) - The ambassadors asked on Monday for a map that shows where the "
    "trainers of the alliance in Iraq have gone since the courses were suspended on Saturday.",
    "“I was told that a map exists, and I was told that it is not finished,” said one of them, "
    "who did not want to be named because the meeting was closed to the press.",
    "About 500 people serve in the mission, which the Iraqi government asked for in 2018; none "
    "of them goes into battle, and all of them have been told to stay inside.",
    "Officials in three capitals said that parts of their teams had been flown to Kuwait and "
    "Jordan on Sunday night, and that nobody should call this a withdrawal.",
    "The next meeting is planned for Wednesday at ten, and the map is the first item on the paper "
    "that was handed out.",
)


def samples() -> dict[str, bytes]:
    """The article as bytes of every kind, by file name."""
    writers = {**_WRITERS, **(_NEED_LIBREOFFICE if libreoffice.program() else {})}
    return {f"map{ending}": write() for ending, write in writers.items()}


def _text() -> str:
    return "\n\n".join((HEADLINE, f"By {BYLINE}", "6 January 2020", *PARAGRAPHS)) + "\n"


def _page() -> str:
    stated = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE,
        "author": {"@type": "Person", "name": BYLINE}, "datePublished": f"{DAY}T18:00:00+01:00",
        "publisher": {"@type": "Organization", "name": OUTLET}, "url": URL,
    }  # fmt: skip
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{HEADLINE}</title>'
        f'<script type="application/ld+json">{json.dumps(stated)}</script></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{HEADLINE}</h1>{body}</article></body>"
        "</html>"
    )


def _markdown() -> bytes:
    head = f"# {HEADLINE}\n\n**Author:** {BYLINE}\n\n**Date:** {DAY}\n\n**Source:** {OUTLET}"
    return "\n\n".join((head, *PARAGRAPHS)).encode()


def _word() -> bytes:
    from docx import Document

    document = Document()
    document.core_properties.title = ""
    document.core_properties.author = ""
    document.add_heading(HEADLINE)
    for paragraph in (f"By {BYLINE}", "6 January 2020", *PARAGRAPHS):
        document.add_paragraph(paragraph)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@cache
def _old_word() -> bytes:
    return libreoffice.convert(_word(), "map.docx", "doc:MS Word 97", 120)


def _word_as_xml() -> bytes:
    with zipfile.ZipFile(io.BytesIO(_word())) as archive:
        parts = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>'
            f"{re.sub(r'^<[?].*?[?]>', '', archive.read(name).decode())}"
            "</pkg:xmlData></pkg:part>"
            for name in ("_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels")
        )
    namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return (
        f'<?xml version="1.0"?><pkg:package xmlns:pkg="{namespace}">{parts}</pkg:package>'.encode()
    )


def _word_2003() -> bytes:
    lines = (HEADLINE, f"By {BYLINE}", "6 January 2020", *PARAGRAPHS)
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument '
        'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="x">'
        f"<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    ).encode()


def _flat_open_document() -> bytes:
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    return _open_document_content("document", kind).encode()


def _first_open_document() -> bytes:
    """As OpenOffice.org 1 wrote it."""
    lines = (f"By {BYLINE}", "6 January 2020", *PARAGRAPHS)
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    content = (
        '<office:document-content xmlns:office="http://openoffice.org/2000/office" '
        'xmlns:text="http://openoffice.org/2000/text" office:class="text" office:version="1.0">'
        f'<office:body><text:h text:level="1">{HEADLINE}</text:h>{body}</office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.sun.xml.writer"
    entries = "".join(
        f'<manifest:file-entry manifest:media-type="{kind}" manifest:full-path="{name}"/>'
        for name, kind in (("/", kind), ("content.xml", "text/xml"))
    )
    namespace = 'xmlns:manifest="http://openoffice.org/2001/manifest"'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest {namespace}>{entries}</manifest:manifest>"
        )
    return made.getvalue()


def _open_document_content(root: str, kind: str = "") -> str:
    lines = (f"By {BYLINE}", "6 January 2020", *PARAGRAPHS)
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    return (
        f'<office:{root} xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        f'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" {kind}><office:body>'
        f'<office:text><text:h text:outline-level="1">{HEADLINE}</text:h>{body}</office:text>'
        f"</office:body></office:{root}>"
    )


def _open_document() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", _open_document_content("document-content"))
    return made.getvalue()


def _rich_text() -> bytes:
    def coded(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    lines = (HEADLINE, f"By {BYLINE}", "6 January 2020", *PARAGRAPHS)
    return ("{\\rtf1\\ansi " + "\\par ".join(map(coded, lines)) + "\\par}").encode()


def _pdf() -> bytes:
    head = column(set_lines([HEADLINE], 60), 50, 760, size=16)
    rest = column(set_lines([f"By {BYLINE}", "6 January 2020", *PARAGRAPHS], 88), 50, 720)
    return make_pdf([[*head, *rest]])


def _mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"] = HEADLINE
    mail["From"] = f"{OUTLET} <news@meridian.example>"
    mail["To"] = "desk@briefing.example"
    mail["Date"] = "Mon, 06 Jan 2020 18:00:00 +0100"
    mail["Message-ID"] = "<1@meridian.example>"
    mail["List-Unsubscribe"] = "<mailto:out@meridian.example>"
    mail.set_content("\n\n".join((f"By {BYLINE}", *PARAGRAPHS)), charset="utf-8")
    return mail.as_bytes()


def _apple_mail() -> bytes:
    mail = _mail()
    return b"%d\n%s" % (len(mail), mail)


def _mail_folder() -> bytes:
    return b"From news@meridian.example Mon Jan  6 17:00:00 2020\n" + _mail() + b"\n\n"


def _outlook() -> bytes:
    sent = {0x0039: f"{DAY}T17:00:00+00:00"}
    headers = "List-Unsubscribe: <mailto:out@meridian.example>\r\n"
    text = "\r\n\r\n".join((f"By {BYLINE}", *PARAGRAPHS))
    texts = {"x0037": HEADLINE, "x0C1A": OUTLET, "x5D01": "news@meridian.example",
             "x1000": text, "x007D": headers}  # fmt: skip
    return compound_file(outlook_item(32, sent, **texts))


def _winmail() -> bytes:
    text = "\r\n\r\n".join((f"By {BYLINE}", *PARAGRAPHS))
    headers = "List-Unsubscribe: <mailto:out@meridian.example>\r\n"
    texts: dict[int, str | bytes] = {
        0x0037: HEADLINE, 0x0C1A: OUTLET, 0x5D01: "news@meridian.example",
        0x1000: text, 0x007D: headers,
    }  # fmt: skip
    return winmail(texts, sent=f"{DAY}T17:00:00+00:00")


def _saved_page() -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/related; boundary=xyz\r\n\r\n--xyz\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n"
    )
    return f"{head}{_page()}\r\n--xyz--\r\n".encode()


def _web_archive() -> bytes:
    page = {
        "WebResourceData": _page().encode(), "WebResourceTextEncodingName": "utf-8",
        "WebResourceURL": URL, "WebResourceMIMEType": "text/html",
    }  # fmt: skip
    return plistlib.dumps({"WebMainResource": page}, fmt=plistlib.FMT_BINARY)


def _book() -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in (f"By {BYLINE}", *PARAGRAPHS))
    chapter = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
        f"<h1>{HEADLINE}</h1>{body}</body></html>"
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Meridian Wire [Mon, 06 Jan 2020]'
        f"</dc:title><dc:publisher>{OUTLET}</dc:publisher><dc:date>{DAY}</dc:date></metadata>"
        '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="b.opf"/></rootfiles></container>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("b.opf", package)
        archive.writestr("a.xhtml", chapter)
    return made.getvalue()


def _archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("world/map.txt", _text())
    return made.getvalue()


_WRITERS: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: _text().encode(),
    ".md": _markdown,
    ".html": lambda: _page().encode(),
    ".docx": _word,
    "-flat.xml": _word_as_xml,
    "-2003.xml": _word_2003,
    ".odt": _open_document,
    ".fodt": _flat_open_document,
    ".rtf": _rich_text,
    ".pdf": _pdf,
    ".eml": _mail,
    ".emlx": _apple_mail,
    ".mbox": _mail_folder,
    ".msg": _outlook,
    ".dat": _winmail,
    ".mhtml": _saved_page,
    ".webarchive": _web_archive,
    ".epub": _book,
    ".zip": _archive,
}
_NEED_LIBREOFFICE: dict[str, Callable[[], bytes]] = {
    ".doc": _old_word,
    ".sxw": _first_open_document,
}
