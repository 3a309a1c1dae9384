"""By what the kinds of files are known. The content decides, the name only where it cannot.

Every function takes an Incoming and looks at its first bytes.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from briefing_app.readers.encoding import utf16_by_controls
from briefing_app.readers.incoming import Incoming

HTML_EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")

_HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(?><!--.{0,2000}?-->\s*+)*+"
    rb"(<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<div[\s>]|<p[\s>]|<h1[\s>])",
    re.I | re.S,
)

# Atomic groups: a comment ends at its first end, or the search would take time without end.
_XML_ROOT = re.compile(
    rb"\s*+(?>(?><\?.{0,1000}?\?>|<!--.{0,4000}?-->|"
    rb"<!DOCTYPE(?>[^<>\[\"']++|\"[^\"]{0,300}+\"|'[^']{0,300}+'){0,50}+"
    rb"(?>\[.{0,4000}?\]\s*+)?>)\s*+)*+"
    rb"<([A-Za-z_][\w.-]*+:)?(?P<name>[A-Za-z_][\w.-]*+)[\s/>]",
    re.S,
)
_FEEDS = {b"rss", b"feed", b"RDF", b"rdf"}
_NEWSML = {b"newsItem", b"newsMessage", b"packageItem", b"planningItem", b"conceptItem",
           b"knowledgeItem", b"catalogItem"}  # fmt: skip

_MAIL_HEAD = re.compile(
    rb"[\xef\xbb\xbf\s]*+((?:[A-Za-z][A-Za-z0-9-]{1,75}[ \t]?:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)+)"
)
_MAIL_OWN = re.compile(
    rb"^(message-id|received|mime-version|return-path|delivered-to|x-mozilla-status|"
    rb"content-type\s?:\s*(text|multipart|message)/)",
    re.I | re.M,
)
_PRINTED = re.compile(
    rb"[\xef\xbb\xbf\xfe\xff\s]*+"
    rb"(?:(?:> ?)?[^\s:#>][^\n:]{0,60}+:[^\n]{0,2000}+\n(?:>?[\t ]*+\n)?){3}"
)
"""Three lines with a word and a colon; they may be quoted."""

_PRINTED_PAGE = re.compile(
    rb"class=[\"']?(MsoNormal|header-part1|moz-(email-)?header|moz-main-header)[\"'\s>]"
)
"""What Outlook and Thunderbird write in pages, and hardly anybody else."""

_MBOX = re.compile(rb"From [^\n]{0,300}\d\d:\d\d[^\n]{0,80}\n[!-9;-~]{1,80}[ \t]?:")
_MAIL_NAMES = re.compile(rb"^(from|to|date|subject)[ \t]?:", re.I | re.M)


_FLAT_TEXT = b"application/vnd.oasis.opendocument.text"
_PAGES = ("Index/Document.iwa", "Index.zip", "index.xml", "index.xml.gz")
_OTHER_OFFICE = (".xls", ".xlt", ".xla", ".ppt", ".pps", ".pot")
"""Of old files that may have a Word document within them."""

_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32)))
"""Bytes that no text has, or hardly any."""

_TYPES = b"[Content_Types].xml"
_MOST_NAMES = 200_000
_END_BYTES = 66_000
"""At the end of a ZIP archive, in which its last mark is."""

_JSON = re.compile(rb"[\xef\xbb\xbf\s]*+[\[{]\s*+[\[{\"\]}]")
_JSON_SEARCHED = 200_000
_NINJS = re.compile(
    rb'"((version|first|content)_?created|pub_?status|body_(text|x?html\d?)|bodies|'
    rb'representation_?type)"\s*+:', re.I
)  # fmt: skip
_CSL_TYPE = re.compile(
    rb'"type"\s*+:\s*+"(article(-\w+)?|webpage|post(-weblog)?|report|broadcast|speech|interview|'
    rb'chapter|book|document|paper-conference|manuscript|thesis)"'
)
_RIS = re.compile(rb"^[\xef\xbb\xbf]*TY {1,2}- ?[A-Z]{2,8}\s*$", re.M)
_BIBTEX = re.compile(
    rb"(?>\s++|%[^\n]*+\n)*+@\s*+(string|comment|preamble|[a-z]+\s*+[{(]\s*+[^\s,{}=]{0,200}+\s*+,"
    rb"\s*+[a-z][\w-]*+\s*+=)", re.I
)  # fmt: skip


def is_empty(file: Incoming) -> bool:
    """Whether there is nothing but blanks in the file."""
    return not file.data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe")


def is_zip(file: Incoming) -> bool:
    """Whether the file begins like a ZIP archive, if only an empty one, or is named like one and
    has its end: one that unpacks itself begins with a program.
    """
    if file.data.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08PK\3\4")):
        return True
    return file.extension == ".zip" and b"PK\5\6" in file.data[-_END_BYTES:]


def xml_root(file: Incoming) -> bytes:
    """Local name of the root element of an XML file, b"" for other files."""
    head = file.data[:12_000]
    if head.count(0) > len(head) // 8:
        head = head.replace(b"\0", b"")
    head = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    match = _XML_ROOT.match(head) if head.startswith(b"<") else None
    return match["name"] if match else b""


def is_xml(file: Incoming) -> bool:
    """Whether the file says that it is XML, and is."""
    return b"<?xml" in file.data[:100].replace(b"\0", b"") and bool(xml_root(file))


def is_feed(file: Incoming) -> bool:
    """Whether the file is an RSS or Atom feed, or one entry of one."""
    root = xml_root(file)
    return root in _FEEDS or (root == b"entry" and b"/Atom" in file.data[:4000])


def is_newsml(file: Incoming) -> bool:
    """Whether the file is a NewsML-G2 item or message."""
    return xml_root(file) in _NEWSML


def is_factiva_xml(file: Incoming) -> bool:
    """Whether the file is an export of Factiva in XML."""
    head = file.data[:12_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"ppsArticleResponse" in head


def is_newsml_one(file: Incoming) -> bool:
    """Whether the file is NewsML of the first generation."""
    return xml_root(file) == b"NewsML"


def is_nitf(file: Incoming) -> bool:
    """Whether the file is a text in NITF."""
    return xml_root(file) == b"nitf"


def is_mail(file: Incoming) -> bool:
    """Whether the file begins with the head of a mail message."""
    match = _MAIL_HEAD.match(file.data[:16_000].replace(b"\r\n", b"\n"))
    head = match[1] if match else b""
    if not _MAIL_NAMES.search(head):
        return file.extension == ".eml" and bool(head)
    return file.extension == ".eml" or bool(_MAIL_OWN.search(head))


def is_printed_mail(file: Incoming) -> bool:
    """Whether the file is a message that a mail program saved as text."""
    head = file.data[:4000]
    if not _PRINTED.match(head.replace(b"\0", b"").replace(b"\r\n", b"\n")) or not is_text(file):
        return False
    from briefing_app.readers.encoding import decode
    from briefing_app.readers.mail.printed import is_printed

    return is_printed(decode(head).text)


def is_printed_mail_page(file: Incoming) -> bool:
    """Whether the file is a message that a mail program saved as a page."""
    head = file.data[:60_000].replace(b"\0", b"")
    if not _PRINTED_PAGE.search(head) or not is_html(file):
        return False
    from briefing_app.readers.mail.printed import is_printed_page

    return is_printed_page(file.data)


def is_mhtml(file: Incoming) -> bool:
    """Whether the file is a web page saved as a mail message."""
    head = file.data[:16_000]
    if file.extension in (".mht", ".mhtml"):
        return bool(re.search(rb"^(content-type|mime-version)\s?:", head, re.I | re.M))
    if b"snapshot-content-location:" not in head.lower():
        return False
    return bool(re.search(rb"^snapshot-content-location:", head, re.I | re.M)) and is_mail(file)


def is_mac_mailbox(file: Incoming) -> bool:
    """Whether the file is an archive of a mailbox that Outlook for Mac exported."""
    is_named = file.extension == ".olm" or b"com.microsoft.__Messages" in file.data[:4000]
    return is_named and file.data.startswith(b"PK\3\4")


def is_mbox(file: Incoming) -> bool:
    """Whether the file is a folder of mail."""
    return bool(_MBOX.match(file.data[:2000].lstrip(b"\xef\xbb\xbf\r\n")))


def is_webarchive(file: Incoming) -> bool:
    """Whether the file is a page saved by Safari."""
    if file.data.startswith(b"bplist00"):
        return file.extension == ".webarchive" or b"WebMainResource" in file.data
    return b"<plist" in file.data[:1000] and b"WebMainResource" in file.data[:100_000]


def is_msg(file: Incoming) -> bool:
    """Whether the file is a message, or another item, of Outlook."""
    return is_old_office(file) and "__properties_version1.0".encode("utf-16-le") in file.data


def is_tnef(file: Incoming) -> bool:
    """Whether the file is a message as Outlook packs it into winmail.dat."""
    return file.data.startswith(b"\x78\x9f\x3e\x22")


def is_apple_mail(file: Incoming) -> bool:
    """Whether the file is a message as Apple Mail keeps it: behind a line with its length."""
    return file.extension == ".emlx" and bool(re.match(rb"\d{1,12}[ \t]*\r?\n", file.data))


def is_pdf(file: Incoming) -> bool:
    """Whether the file begins like a PDF, or is named like one and begins so after some junk."""
    if file.data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"):
        return True
    return file.extension == ".pdf" and b"%PDF-" in file.data[:1024]


def is_link(file: Incoming) -> bool:
    """Whether the file only leads to a page, as browsers and desktops keep links."""
    head = file.data[:4000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")
    if file.extension in (".url", ".webloc", ".website", ".gdoc"):
        return True
    return head.startswith(b"[InternetShortcut]") or (
        head.startswith(b"[Desktop Entry]") and bool(re.search(rb"(?m)^Type\s*=\s*Link", head))
    )


def is_ninjs(file: Incoming) -> bool:
    """Whether the file is news in ninjs."""
    return bool(_JSON.match(file.data) and _NINJS.search(file.data, 0, _JSON_SEARCHED))


def is_csl_json(file: Incoming) -> bool:
    """Whether the file is a list of references in CSL-JSON."""
    return bool(
        _JSON.match(file.data)
        and _CSL_TYPE.search(file.data, 0, _JSON_SEARCHED)
        and b'"title"' in file.data
    )


def is_ris(file: Incoming) -> bool:
    """Whether the file is a list of references in RIS, after a few lines of its maker at most."""
    return b"ER  -" in file.data and bool(_RIS.search(file.data, 0, 4000))


def is_bibtex(file: Incoming) -> bool:
    """Whether the file is a list of references in BibTeX."""
    if file.extension in (".bib", ".bibtex"):
        return b"@" in file.data
    return bool(_BIBTEX.match(file.data[:20_000]))


def is_html(file: Incoming) -> bool:
    """Whether the file begins like a web page, or is named like one and has tags."""
    head = file.data[:4000]
    if head.count(0) > len(head) // 8:
        head = head.replace(b"\0", b"")
    starts = bool(_HTML_START.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")))
    return starts or (file.extension in HTML_EXTENSIONS and b"<" in head)


def zip_names(file: Incoming) -> list[str]:
    """Names of what a ZIP archive holds, in its order; [] where it is none, damaged, or where
    their number is absurd.
    """
    if not file.data.startswith(b"PK\3\4") or file.data.count(b"PK\1\2") > _MOST_NAMES:
        return []
    try:
        with ZipFile(BytesIO(file.data)) as archive:
            return archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, IndexError):
        return []


def is_word(file: Incoming) -> bool:
    """Whether the file is a Word document (.docx and its kin)."""
    if _TYPES not in file.data:
        return False
    names = zip_names(file)
    return _TYPES.decode() in names and any(name.startswith("word/") for name in names)


def is_open_document(file: Incoming) -> bool:
    """Whether the file is an OpenDocument text, an encrypted one among them."""
    if file.data.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text", 30):
        return True
    names = zip_names(file) if file.extension in (".odt", ".ott") else []
    return "META-INF/manifest.xml" in names and bool(
        {"content.xml", "encrypted-package"} & {*names}
    )


def is_other_office(file: Incoming) -> bool:
    """Whether the file is a spreadsheet or a set of slides."""
    if file.data.startswith(b"mimetypeapplication/vnd.oasis.opendocument.", 30):
        return True
    if _TYPES not in file.data:
        return False
    names = zip_names(file)
    return _TYPES.decode() in names and any(name.startswith(("xl/", "ppt/")) for name in names)


def is_rich_text(file: Incoming) -> bool:
    """Whether the file begins like rich text."""
    return file.data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def is_old_office(file: Incoming) -> bool:
    """Whether the file is in the container of old Office files, which protected new ones share."""
    return file.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def is_picture(file: Incoming) -> bool:
    """Whether the file is a picture of a kind that can be opened."""
    data = file.data
    if data.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")):
        return True
    if data.startswith(b"BM"):
        return data[14:18] in (b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0")
    return data.startswith(b"WEBPVP8", 8) or data.startswith((b"ftypavif", b"ftypavis"), 4)


def is_old_word(file: Incoming) -> bool:
    """Whether the file is a document of Word 2 to 2003, or of Word for Macintosh 4 or 5."""
    if file.data.startswith((b"\xdb\xa5\x2d\0", b"\xfe7\0\x1c", b"\xfe7\0\x23")):
        return True
    return (
        is_old_office(file)
        and file.extension not in _OTHER_OFFICE
        and "WordDocument".encode("utf-16-le") in file.data
        and "EncryptedPackage".encode("utf-16-le") not in file.data
    )


def is_flat_word(file: Incoming) -> bool:
    """Whether the file is a Word document in one XML file."""
    return b"/2006/xmlPackage" in file.data[:12_000] and xml_root(file) == b"package"


def is_word_2003(file: Incoming) -> bool:
    """Whether the file is in the XML of Word 2003."""
    return b"/word/2003/wordml" in file.data[:12_000] and xml_root(file) == b"wordDocument"


def is_flat_open_document(file: Incoming) -> bool:
    """Whether the file is an OpenDocument text in one XML file."""
    return _FLAT_TEXT in file.data[:20_000] and xml_root(file) == b"document"


def foreign_document(file: Incoming) -> str:
    """The extension that a document of another office program has, "" for other files."""
    if file.data.startswith(b"mimetypeapplication/vnd.sun.xml.writer", 30):
        return ".sxw"
    if file.data.startswith((b"1\xbe\0\0", b"2\xbe\0\0")):
        return ".wri"
    if file.data.startswith(b"\xffWPC") and file.data[9:10] == b"\x0a":
        return ".wpd"
    if file.data.startswith(b"HWP Document File") or (
        is_old_office(file) and "HwpSummaryInformation".encode("utf-16-le") in file.data
    ):
        return ".hwp"
    if file.extension == ".wps" and is_old_office(file) and not is_old_word(file):
        return ".wps"
    if file.extension == ".pages" and any(name.endswith(_PAGES) for name in zip_names(file)):
        return ".pages"
    return ""


def is_epub(file: Incoming) -> bool:
    """Whether the file is an e-book."""
    if file.data.startswith(b"mimetypeapplication/epub+zip", 30):
        return True
    return file.extension == ".epub" and "META-INF/container.xml" in zip_names(file)


def is_wire_copy(file: Incoming) -> bool:
    """Whether the bytes are copy of a news agency between the control characters of a wire."""
    head = file.data[:4000]
    begin, text = head.find(b"\x01"), head.find(b"\x02")
    return 0 <= begin < 200 and begin < text and b"\0" not in head and b"\n" in head


def is_text(file: Incoming) -> bool:
    """Whether the bytes may be text in some encoding that we decode."""
    head = file.data[:8000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    nuls = head.count(0)
    odd, even = head[1::2].count(0), head[0::2].count(0)
    utf16 = nuls > len(head) // 8 and (odd > 4 * even or even > 4 * odd)
    is_plain = controls * 20 <= len(head) and (nuls * 10 <= len(head) or utf16)
    return is_plain or bool(utf16_by_controls(head[:4000]))
