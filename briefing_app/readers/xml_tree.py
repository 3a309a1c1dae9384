"""XML of feeds and news agencies: parsed without entities, document types or network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from html.entities import html5

from lxml import etree

from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_DECLARES = re.compile(rb"<!DOCTYPE(?>[^>\[\"']|\"[^\"]*\"|'[^']*')*+\[")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def parse(data: bytes, *, may_name_type: bool = False) -> etree._Element:
    """The root of an XML file; small faults of form are overlooked.

    may_name_type  the file may say where its document type lies, as many an agency's do; it is
                   not fetched, and a file that declares anything itself is refused all the same
    Raises UnreadableFile: it declares a document type or entities, or is no XML.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_ENTITY.sub(_numbered, data.lstrip()), parser)
    except (etree.LxmlError, ValueError) as error:
        raise _damaged() from error
    if root is None:
        raise _damaged()
    has_type = bool(root.getroottree().docinfo.doctype)
    if has_type and not (may_name_type and not _DECLARES.search(data.replace(b"\0", b""))):
        raise UnreadableFile(
            "the file declares a document type, which may reach for other files; "
            "it was not opened.",
            "Open the article's page in a browser, save it and import that file.",
        )
    return root


def local_name(node: etree._Element) -> str:
    """An element's name without its namespace; "" for a comment and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def children(node: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of these local names, in order."""
    return (child for child in node if local_name(child) in names)


def descendants(node: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Everything below `node` with one of these local names, in order."""
    return (below for below in node.iterdescendants() if local_name(below) in names)


def text_of(node: etree._Element | None) -> str:
    """All text below a node in one line, "" for None."""
    if node is None:
        return ""
    return one_line("".join(str(text) for text in node.itertext(etree.Element, etree.Entity)))


def markup_of(node: etree._Element, as_html: Mapping[str, str] | None = None) -> str:
    """A node as HTML: elements lose their namespaces.

    as_html  the element of HTML for an element of another language, both in lower case
    """
    copy = deepcopy(node)
    copy.tail = None
    for below in copy.iter(etree.Element):
        name = local_name(below).lower()
        below.tag = (as_html or {}).get(name, name) if _NAME.fullmatch(name) else "span"
    etree.cleanup_namespaces(copy)
    return etree.tostring(copy, encoding="unicode", method="html")


def _numbered(entity: re.Match[bytes]) -> bytes:
    """An entity of HTML by number: feeds use them, and XML does not know them."""
    name = entity[1].decode("ascii")
    if name in ("amp", "lt", "gt", "quot", "apos") or f"{name};" not in html5:
        return entity[0]
    return "".join(f"&#{ord(letter)};" for letter in html5[f"{name};"]).encode()


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "this is not readable XML.",
        "Open the article's page in a browser, save it and import that file.",
    )
