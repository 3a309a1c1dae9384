"""E-books: newspapers and magazines in chapters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers import read_bytes

SENTENCE = (
    "The alliance has stopped training soldiers in Iraq, its spokesman says in “Lübeck”. " * 3
)
CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
PARTICULARS = (
    "<dc:title>Meridian Weekly [Sat, 04 Jan 2020]</dc:title><dc:creator>calibre</dc:creator>"
    "<dc:publisher>calibre</dc:publisher><dc:date>2020-01-04T06:00:00+00:00</dc:date>"
    "<dc:language>en-GB</dc:language>"
)


def chapter(title: str, more: str = "", tag: str = "h1") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f'<title/></head><body><a id="top"/><{tag}>{title}</{tag}>{more}<p>{SENTENCE}</p>'
        f"<p>Second. {SENTENCE}</p></body></html>"
    )


def package(names: list[str], particulars: str = PARTICULARS) -> str:
    items = "".join(
        f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in names
    )
    spine = "".join(f'<itemref idref="{n}"/>' for n in names)
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{particulars}</metadata><manifest>{items}'
        '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        f"<spine>{spine}</spine></package>"
    )


def table_of_contents(titles: Mapping[str, str]) -> str:
    points = "".join(
        f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{name}.xhtml#top"/>'
        "</navPoint>"
        for name, title in titles.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "ncx.dtd">'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
    )


def book(
    chapters: Mapping[str, str], titles: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None, particulars: str = PARTICULARS,
) -> bytes:  # fmt: skip
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", package(list(chapters), particulars))
        archive.writestr("OEBPS/toc.ncx", table_of_contents(titles or {}))
        for name, text in chapters.items():
            archive.writestr(f"OEBPS/{name}.xhtml", text)
        for name, text in (more or {}).items():
            archive.writestr(name, text)
    return file.getvalue()


def test_each_chapter_is_an_article_in_reading_order() -> None:
    data = book({"b": chapter("First"), "a": chapter("Second one", tag="h2")})
    first, second = read_bytes("weekly.epub", data).articles
    assert (first.headline, second.headline) == ("First", "Second one")
    assert first.paragraphs == (SENTENCE.strip(), f"Second. {SENTENCE.strip()}")


def test_what_the_book_says_of_itself_fills_what_a_chapter_does_not() -> None:
    byline = "<p>By Lena Aarts</p><p>3 January 2020</p>"
    first, second = read_bytes("a", book({"a": chapter("A"), "b": chapter("B", byline)})).articles
    assert (first.publisher, first.language) == ("Meridian Weekly", "en-GB")
    assert first.published == "2020-01-04"
    assert first.provenance["published"] == "title of the e-book"
    assert first.byline == ""
    assert (second.byline, second.published) == ("Lena Aarts", "2020-01-03")


def test_a_book_with_author_and_publisher_names_them() -> None:
    own = "<dc:creator>T. Hale</dc:creator><dc:publisher>Meridian Press</dc:publisher>"
    (article,) = read_bytes("a.epub", book({"a": chapter("One")}, particulars=own)).articles
    assert (article.byline, article.publisher) == ("T. Hale", "Meridian Press")


def test_a_chapter_without_heading_is_called_as_in_the_table_of_contents() -> None:
    text = chapter("").replace("<h1></h1>", "")
    (article,) = read_bytes("a.epub", book({"a": text}, {"a": "From the contents"})).articles
    assert article.headline == "From the contents"
    assert article.provenance["headline"] == "table of contents"


def test_covers_lists_of_links_and_bars_of_links_are_no_articles() -> None:
    cover = "<html><body><h1>Meridian Weekly</h1><p>4 January</p></body></html>"
    links = "".join(f'<li><a href="{n}.xhtml">{SENTENCE}</a></li>' for n in range(9))
    bar = '<div class="calibre_navbar">| <a href="b">Next</a> | <a href="https://m.example/a">Web</a></div>'
    data = book({"c": cover, "list": f"<html><body><ul>{links}</ul></body></html>",
                 "a": chapter("One", bar)})  # fmt: skip
    (article,) = read_bytes("a.epub", data).articles
    assert "Next" not in article.body
    assert article.url == "https://m.example/a"


def encryption(algorithm: str) -> dict[str, str]:
    text = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
        'xmlns="http://www.w3.org/2001/04/xmlenc#">'
        f'<EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
    )
    return {"META-INF/encryption.xml": text}


def test_a_copy_protected_book_is_refused() -> None:
    data = book({"a": chapter("A")}, more=encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    with pytest.raises(UnsupportedFormat, match=r"“a\.epub”: this e-book is copy-protected"):
        read_bytes("a.epub", data)


def test_veiled_fonts_are_no_copy_protection() -> None:
    data = book({"a": chapter("A")}, more=encryption("http://www.idpf.org/2008/embedding"))
    assert read_bytes("a.epub", data).articles


def test_entities_of_a_document_type_are_not_opened() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    text = bomb + chapter("A", "<p>&e;</p>").partition("?>")[2]
    (article,) = read_bytes("a.epub", book({"a": text})).articles
    assert "root:" not in article.body


@pytest.mark.parametrize(
    "data", [book({}), book({"a": "<html></html>"}), book({"a": chapter("A")})[:900]]
)
def test_a_book_without_text_or_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"“a\.epub”: (there is no text|the file is damaged)"):
        read_bytes("a.epub", data)


def test_a_damaged_chapter_costs_only_itself() -> None:
    data = book({"a": chapter("One"), "b": chapter("Two")})
    place = data.index(b"OEBPS/b.xhtml") + 60
    read = read_bytes("a.epub", data[:place] + b"\0\0\0" + data[place + 3 :])
    assert [article.headline for article in read.articles] == ["One"]
    assert read.warnings == ("A chapter is damaged and was left out (OEBPS/b.xhtml).",)
