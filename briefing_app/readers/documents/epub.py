"""E-books (.epub), such as newspapers and magazines come in: each chapter is an article.

https://www.w3.org/TR/epub-33/
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers.boilerplate import same_headline
from briefing_app.readers.canonical import one_line
from briefing_app.readers.documents.office_zip import OfficeZip
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.dates import find_date, iso_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import remove_unseen, take_captions
from briefing_app.readers.web.inline import make_plain
from briefing_app.readers.xml_tree import local_name

CHAPTERS = 2_000
CHAPTER_BYTES = 10 * 1024 * 1024
BOOK_BYTES = 300 * 1024 * 1024
"""Most that is read of one book."""

_DEEPEST = 500
_SHORTEST = 200
"""Characters; a page with less text is a cover, a title page or an advertisement."""

_SELF_CLOSED = re.compile(
    r"<(title|a|script|style|div|span|p|i|b|em|strong|td|th|li|iframe|h[1-6])\b([^<>]{0,2000})/>",
    re.I,
)
"""XML closes empty elements so; HTML takes them for open ones."""

_FONT_CIPHERS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_CONTENT_LISTS = re.compile(
    r"(\bnav\b|toc|cover|titlepage|title-page|copyright|colophon|imprint)", re.I
)
_BARS = re.compile(r"calibre_navbar\d*|article_?nav\w*|nav_?bar|periodical_\w*nav\w*", re.I)
_NO_PUBLISHERS = re.compile(r"(calibre|kindlegen|pandoc|unknown|sigil|readability)\b.*", re.I)
_DAY_IN_TITLE = re.compile(r"\s*[\[(][^\])]*\d[^\])]*[\])]\s*$")


@dataclass(frozen=True)
class _Book:
    """What a book says of itself.

    chapters  names of the documents in reading order
    titles    by the name of a document
    """

    fields: Mapping[str, str]
    chapters: list[str] = field(default_factory=list)
    titles: Mapping[str, str] = field(default_factory=dict)


def read_epub(file: Incoming) -> Contents:
    """Read an e-book: its chapters in their order, each an article.

    Raises UnsupportedFormat: copy-protected. UnreadableFile: damaged, too large, or no text.
    """
    package = OfficeZip(file.data)
    _refuse_protected(package)
    book = _book(package)
    warnings: list[str] = []
    articles = list(_articles(package, book, warnings))
    if not articles:
        raise UnreadableFile(
            "there is no text in this e-book.", "If it shows pictures, type the quotes by hand."
        )
    return Contents(articles, warnings)


def _refuse_protected(package: OfficeZip) -> None:
    for node in _xml(package, "META-INF/encryption.xml").iter("{*}EncryptionMethod"):
        if not (node.get("Algorithm") or "").startswith(_FONT_CIPHERS):
            inside = node.getparent()
            if inside is not None and local_name(inside) == "EncryptedData":
                raise UnsupportedFormat(
                    "this e-book is copy-protected (DRM).",
                    "Open it in its own program, copy the text and paste it into the window.",
                )


def _xml(package: OfficeZip, name: str) -> etree._Element:
    """The root of an XML file of the book, an empty one where there is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(package.bytes_of(name).lstrip(), parser)
    except (etree.LxmlError, ValueError):
        root = None
    return etree.Element("none") if root is None else root


def _book(package: OfficeZip) -> _Book:
    container = _xml(package, "META-INF/container.xml")
    path = next((node.get("full-path") or "" for node in container.iter("{*}rootfile")), "")
    path = path or next((name for name in package.names if name.endswith(".opf")), "")
    opf = _xml(package, path)
    items = {node.get("id"): node for node in opf.iter("{*}item")}
    names = {id: _target(path, node.get("href") or "") for id, node in items.items()}
    chapters = [
        names[reference.get("idref")]
        for reference in opf.iter("{*}itemref")
        if reference.get("idref") in names and reference.get("linear") != "no"
        and "nav" not in (items[reference.get("idref")].get("properties") or "").split()
    ]  # fmt: skip
    lists = [
        names[id]
        for id, node in items.items()
        if "nav" in (node.get("properties") or "").split()
        or node.get("media-type") == "application/x-dtbncx+xml"
    ]
    titles: dict[str, str] = {}
    for name in lists[:3]:
        titles = {**_titles(package, name), **titles}
    return _Book(_fields(opf), list(dict.fromkeys(chapters)), titles)


def _target(path: str, link: str) -> str:
    """Name in the archive of what a file at `path` links to."""
    try:
        target = unquote(urlsplit(link).path)
    except ValueError:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target)).lstrip("/")


def _titles(package: OfficeZip, name: str) -> dict[str, str]:
    """Titles of chapters as a table of contents has them; of two for a chapter the first."""
    root = _xml(package, name)
    found: dict[str, str] = {}
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel/{*}text"), point.find("{*}content")
        if label is not None and content is not None:
            found.setdefault(_target(name, content.get("src") or ""), one_line(label.text or ""))
    for link in root.iter("{*}a"):
        text = one_line("".join(str(piece) for piece in link.itertext()))
        found.setdefault(_target(name, link.get("href") or ""), text)
    return found


def _fields(opf: etree._Element) -> dict[str, str]:
    """What the book says of the whole: title, creator, publisher, date, language."""
    found: dict[str, str] = {}
    names = {"title", "creator", "publisher", "date", "language"}
    for node in opf.iter("{http://purl.org/dc/elements/1.1/}*"):
        name = local_name(node)
        if name in names and (node.text or "").strip():
            found.setdefault(name, one_line(node.text or ""))
    return found


def _articles(package: OfficeZip, book: _Book, warnings: list[str]) -> Iterator[Article]:
    left = BOOK_BYTES
    whole = _of_the_whole(book.fields)
    if len(book.chapters) > CHAPTERS:
        warnings.append(f"Only the first {CHAPTERS:,} chapters were read.")
    for name in book.chapters[:CHAPTERS]:
        try:
            data = package.bytes_of(name)
        except UnreadableFile:
            warnings.append(f"A chapter is damaged and was left out ({name}).")
            continue
        left -= len(data)
        if len(data) > CHAPTER_BYTES or left < 0:
            warnings.append(f"A chapter was too large and left out ({name}).")
            continue
        article = _article(data, book, name) if data.strip() else None
        if article and len(article.body) >= _SHORTEST:
            yield _completed(article, whole)


def _article(data: bytes, book: _Book, name: str) -> Article | None:
    """The article of a chapter, None where it is only a list of links or has no text."""
    try:
        tree = html_tree.parse(_SELF_CLOSED.sub(r"<\1\2></\1>", decode(data).text))
    except UnreadableFile:
        return None
    if html_tree.is_deeper_than(tree, _DEEPEST) or _is_list(tree, name):
        return None
    found = Particulars()
    _take_bars(tree, found)
    remove_unseen(tree)
    make_plain(tree)
    aside = list(take_captions(tree))
    headings = [one_line(node.text_content()) for node in tree.iter("h1", "h2")]
    title = book.titles.get(name, "")
    found.offer("headline", title if _fits(title, headings) else "", "table of contents")
    found.offer("headline", next(filter(None, headings), ""), "heading")
    found.offer("headline", title, "table of contents")
    found.offer("language", tag_of(tree.get("lang") or ""), "page markup")
    found.offer("language", tag_of(book.fields.get("language", "")), "e-book")
    body, head = take_head(found, html_tree.lines(tree))
    return complete(found, body, [*aside, *head])


def _fits(title: str, headings: list[str]) -> bool:
    return not headings or any(same_headline(heading, title) for heading in headings)


def _take_bars(tree: HtmlElement, found: Particulars) -> None:
    """Take out the links between articles; one of them may be to the article's page."""
    for node in list(tree.iter("div", "p", "table", "ul")):
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        signed = node.tag == "p" and "downloaded by calibre" in node.text_content()
        if not (signed or any(map(_BARS.fullmatch, names.split()))):
            continue
        for link in node.iter("a"):
            found.offer("url", clean_address(link.get("href") or ""), "link of the e-book")
        if len(node.text_content()) < 500:
            html_tree.remove(node)


def _is_list(tree: HtmlElement, name: str) -> bool:
    """Whether a chapter is only links to others, a cover or an imprint."""
    text = len(one_line(tree.text_content()))
    linked = sum(len(one_line(link.text_content())) for link in tree.iter("a") if link.get("href"))
    if text < 1500 and _CONTENT_LISTS.search(posixpath.basename(name)):
        return True
    return 2 * linked > text


def _of_the_whole(fields: Mapping[str, str]) -> Article:
    """What a book says of all its chapters, as an article without text."""
    found = Particulars()
    publisher, creator = fields.get("publisher", ""), fields.get("creator", "")
    issue = _DAY_IN_TITLE.search(fields.get("title", ""))
    if issue:
        found.offer("publisher", fields["title"][: issue.start()], "title of the e-book")
        found.offer("published", find_date(issue[0]), "title of the e-book")
    if not _NO_PUBLISHERS.fullmatch(publisher):
        found.offer("publisher", publisher, "e-book")
    if not issue and not _NO_PUBLISHERS.fullmatch(creator):
        found.offer("byline", creator, "e-book")
    found.offer("published", iso_date(fields.get("date", "")), "e-book")
    return found.article("", ())


def _completed(article: Article, whole: Article) -> Article:
    """The article with the particulars of the whole book that it does not have itself."""
    missing = [name for name in whole.provenance if not getattr(article, name)]
    return replace(
        article,
        provenance={**article.provenance, **{name: whole.provenance[name] for name in missing}},
        proposals=tuple(item for item in article.proposals if item.field not in missing),
        **{name: getattr(whole, name) for name in missing},
    )
