"""Which reader takes which file: the first of FORMATS that knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers import signatures
from briefing_app.readers.incoming import Contents, Incoming

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Format:
    """A kind of file that can be read.

    extensions  with the dot, in lower case; the first is the usual one
    reader      "module:function" under briefing_app.readers, imported when the first such file
                comes: parsers are slow to import. It takes an Incoming, returns Contents
    knows       whether a file is of this kind, from its content
    needs       the program without which such a file is refused, "" for none
    """

    name: str
    media_type: str
    extensions: tuple[str, ...]
    largest_bytes: int
    reader: str
    knows: Callable[[Incoming], object]
    needs: str = ""

    def read(self, file: Incoming) -> Contents:
        """Read a file of this kind. Raises BriefingError: what is wrong with it."""
        module, _, function = self.reader.partition(":")
        reader = getattr(import_module(f"briefing_app.readers.{module}"), function)
        contents: Contents = reader(file)
        return contents


FORMATS = (
    Format("PDF", "application/pdf", (".pdf",), 100 * MEGABYTE,
           "pdf.reader:read_pdf_file", signatures.is_pdf),
    Format("Word document",
           "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
           (".docx", ".docm", ".dotx"), 100 * MEGABYTE,
           "documents.docx:read_docx", signatures.is_word),
    Format("OpenDocument text", "application/vnd.oasis.opendocument.text", (".odt", ".ott"),
           100 * MEGABYTE, "documents.odt:read_odt", signatures.is_open_document),
    Format("spreadsheet or slides", "application/octet-stream", (), 100 * MEGABYTE,
           "documents.old_office:refuse_other_office", signatures.is_other_office),
    Format("rich text", "application/rtf", (".rtf",), 100 * MEGABYTE,
           "documents.rtf:read_rtf", signatures.is_rich_text),
    Format("Outlook message", "application/vnd.ms-outlook", (".msg", ".oft"), 100 * MEGABYTE,
           "mail.msg:read_msg", signatures.is_msg),
    Format("Outlook’s winmail.dat", "application/vnd.ms-tnef", (".dat", ".tnef"), 100 * MEGABYTE,
           "mail.message:read_tnef", signatures.is_tnef),
    Format("Word document as XML", "application/vnd.ms-word.xml", (".xml",), 50 * MEGABYTE,
           "documents.docx:read_flat_docx", signatures.is_flat_word),
    Format("Word 2003 document as XML", "application/vnd.ms-wordml+xml", (".xml",), 50 * MEGABYTE,
           "documents.docx:read_word_2003", signatures.is_word_2003),
    Format("OpenDocument text as XML", "application/vnd.oasis.opendocument.text-flat-xml",
           (".fodt",), 50 * MEGABYTE, "documents.odt:read_flat_odt",
           signatures.is_flat_open_document),
    Format("document of another office program", "application/x-office-document",
           (".sxw", ".wpd", ".wps", ".pages", ".hwp"), 100 * MEGABYTE,
           "documents.office_program:read_foreign", signatures.foreign_document, "LibreOffice"),
    # Without extensions: a folder of pictures is seldom one of articles, so none is offered.
    Format("picture", "image/*", (), 100 * MEGABYTE, "picture:read_picture",
           signatures.is_picture, "tesseract"),
    # After Outlook messages, which are in this container too.
    Format("old Word document", "application/msword", (".doc", ".dot"), 100 * MEGABYTE,
           "documents.old_office:read_old_word", signatures.is_old_word, "LibreOffice"),
    Format("protected or old Office document", "application/x-ole-storage", (), 100 * MEGABYTE,
           "documents.old_office:read_old_office", signatures.is_old_office),
    Format("e-book", "application/epub+zip", (".epub",), 100 * MEGABYTE,
           "documents.epub:read_epub", signatures.is_epub),
    Format("mailbox of Outlook for Mac", "application/octet-stream", (), 10_000 * MEGABYTE,
           "mail.mbox:refuse_mac_mailbox", signatures.is_mac_mailbox),
    # After all kinds of documents that are ZIP archives too.
    Format("ZIP archive", "application/zip", (".zip",), 300 * MEGABYTE,
           "archives.archive:read_archive", signatures.is_zip),
    Format("RSS or Atom feed", "application/rss+xml", (".rss", ".atom", ".xml", ".rdf"),
           50 * MEGABYTE, "wire.feed:read_feed", signatures.is_feed),
    Format("NewsML-G2", "application/vnd.iptc.g2.newsitem+xml", (".xml",), 50 * MEGABYTE,
           "wire.newsml:read_newsml", signatures.is_newsml),
    Format("Factiva XML", "application/x-factiva+xml", (), 50 * MEGABYTE,
           "press.factiva_xml:read_factiva_xml", signatures.is_factiva_xml),
    Format("NewsML 1", "application/vnd.iptc.newsml+xml", (".xml",), 50 * MEGABYTE,
           "wire.newsml_one:read_newsml_one", signatures.is_newsml_one),
    Format("NITF", "application/nitf+xml", (".xml", ".nitf"), 50 * MEGABYTE,
           "wire.nitf:read_nitf", signatures.is_nitf),
    Format("ninjs", "application/vnd.iptc.g2.newsitem+json", (".json",), 50 * MEGABYTE,
           "wire.ninjs:read_ninjs", signatures.is_ninjs),
    Format("RIS list", "application/x-research-info-systems", (".ris",), 25 * MEGABYTE,
           "references.ris:read_ris", signatures.is_ris),
    Format("BibTeX list", "application/x-bibtex", (".bib", ".bibtex"), 25 * MEGABYTE,
           "references.bibtex:read_bibtex", signatures.is_bibtex),
    Format("CSL-JSON list", "application/vnd.citationstyles.csl+json", (".json",), 25 * MEGABYTE,
           "references.csl_json:read_csl_json", signatures.is_csl_json),
    Format("link", "application/internet-shortcut", (), MEGABYTE,
           "web.link:refuse_link", signatures.is_link),
    Format("saved web page", "multipart/related", (".mhtml", ".mht"), 100 * MEGABYTE,
           "web.mhtml:read_mhtml", signatures.is_mhtml),
    Format("web archive", "application/x-webarchive", (".webarchive",), 100 * MEGABYTE,
           "web.webarchive:read_webarchive", signatures.is_webarchive),
    Format("mail folder", "application/mbox", (".mbox", ".mbx"), 300 * MEGABYTE,
           "mail.mbox:read_mbox", signatures.is_mbox),
    Format("mail message", "message/rfc822", (".eml",), 100 * MEGABYTE,
           "mail.message:read_mail", signatures.is_mail),
    Format("Apple Mail message", "message/x-emlx", (".emlx",), 100 * MEGABYTE,
           "mail.message:read_apple_mail", signatures.is_apple_mail),
    Format("message saved as page", "text/html", (), 25 * MEGABYTE,
           "mail.printed:read_printed_page", signatures.is_printed_mail_page),
    Format("web page", "text/html", signatures.HTML_EXTENSIONS, 25 * MEGABYTE,
           "web.html:read_html_file", signatures.is_html),
    Format("message saved as text", "text/plain", (), 25 * MEGABYTE,
           "mail.printed:read_printed", signatures.is_printed_mail),
    Format("copy of a news wire", "text/plain", (), 25 * MEGABYTE,
           "wire.copy:read_wire_copy", signatures.is_wire_copy),
    # Plain text is what is left: it comes last.
    Format("plain text", "text/plain", (".txt", ".text", ".md", ".markdown", ".asc"),
           100 * MEGABYTE, "plain.text:read_text_file", signatures.is_text),
)  # fmt: skip

_PAGE_OR_TEXT = "the article itself as a web page or text"
_OUT_OF_IT = "what is in it to a folder and import that"
_RECORDING = "sound and films cannot be read"
_FOREIGN = (
    (0, b"7z\xbc\xaf", "7z archives cannot be read", _OUT_OF_IT),
    (0, b"Rar!", "RAR archives cannot be read", _OUT_OF_IT),
    (0, b"\x1f\x8b", "gz archives cannot be read", _OUT_OF_IT),
    (0, b"MZ\x90\0", "programs cannot be read", _PAGE_OR_TEXT),
    (0, b"\x7fELF", "programs cannot be read", _PAGE_OR_TEXT),
    (4, b"ftyphei", "pictures in HEIC cannot be read", "it as PNG or JPEG"),
    (4, b"ftypmif1", "pictures in HEIC cannot be read", "it as PNG or JPEG"),
    (4, b"ftyphevc", "pictures in HEIC cannot be read", "it as PNG or JPEG"),
    (4, b"ftypmsf1", "pictures in HEIC cannot be read", "it as PNG or JPEG"),
    (4, b"ftyp", _RECORDING, "the words of it as text"),
    (0, b"OggS\0", _RECORDING, "the words of it as text"),
    (0, b"ID3\3", _RECORDING, "the words of it as text"),
    (0, b"ID3\4", _RECORDING, "the words of it as text"),
    (8, b"WAVEfmt", _RECORDING, "the words of it as text"),
    (0, b"\x1aE\xdf\xa3", _RECORDING, "the words of it as text"),
    (60, b"BOOKMOBI", "books of Kindle cannot be read", "the book as EPUB, if it is not protected"),
    (0, b"!BDN", "an Outlook data file holds whole mailboxes",
     "the messages from Outlook as .msg and import those"),
    (0, b"\xcf\xad\x12\xfe", "a mail folder of Outlook Express cannot be read",
     "its messages as .eml and import those"),
    (0, b"BEGIN:VCARD", "this is a contact and no article", _PAGE_OR_TEXT),
    (0, b"BEGIN:VCALENDAR", "calendars cannot be read", "the article that it is about"),
    (0, b"-----BEGIN PGP MESSAGE", "the text is encrypted", "it decrypted"),
    (0, b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "pages of OneNote cannot be read",
     "the page from OneNote as PDF or Word document"),
    (0, b"L\0\0\0\x01\x14\x02\0", "this is only a shortcut",
     "a copy of the file that it leads to, and import that"),
    (0, b"%!PS", "PostScript cannot be read", "the document as PDF"),
    (0, b"AT&TFORM", "DjVu cannot be read", "the document as PDF"),
    (0, b"SQLite format 3\0", "a database or a briefing file is no article",
     "the articles as web pages or text; open a briefing with File > Open"),
)  # fmt: skip
"""Where a mark stands in files of a kind that no reader takes, what they are, and what to save."""

_UNREADABLE_EXTENSIONS = {
    ".p7m": "this message is encrypted or signed", ".bmp": "pictures cannot be read",
    ".xml": "this XML is neither a feed nor news in NewsML or NITF",
    ".json": "this JSON is neither news in ninjs nor a list of references",
    ".csv": "tables cannot be read", ".tsv": "tables cannot be read",
    ".svg": "drawings cannot be read", ".ics": "calendars cannot be read",
    ".opml": "this is a list of feeds and holds none",
    ".enw": "lists of references are read as RIS, BibTeX or CSL-JSON only",
    ".nbib": "lists of references are read as RIS, BibTeX or CSL-JSON only",
}  # fmt: skip


def recognise(file: Incoming) -> Format:
    """The format of a file.

    Raises UnsupportedFormat: no reader takes it. UnreadableFile: empty or too large.
    """
    if signatures.is_empty(file):
        raise UnreadableFile("the file is empty.", "Save the article again and import that file.")
    form = next((form for form in FORMATS if form.knows(file)), None)
    if form in (None, FORMATS[-1]):
        _refuse_foreign(file)
    if form is None:
        raise UnsupportedFormat(
            "this is not a text file.", "Save the article as a web page (.html) or text (.txt)."
        )
    if len(file.data) > form.largest_bytes:
        raise UnreadableFile(
            f"the file is larger than {form.largest_bytes // MEGABYTE} MB.",
            "Save the one article as text and import that file.",
        )
    return form


def _refuse_foreign(file: Incoming) -> None:
    for place, mark, what, instead in _FOREIGN:
        if file.data.startswith(mark, place):
            raise UnsupportedFormat(f"{what}.", f"Save {instead}.")
    what = _UNREADABLE_EXTENSIONS.get(file.extension, "")
    if not what and signatures.is_xml(file):
        what = _UNREADABLE_EXTENSIONS[".xml"]
    if what:
        raise UnsupportedFormat(
            f"{what}.",
            "Save the article as a web page (.html) or text (.txt).",
        )
