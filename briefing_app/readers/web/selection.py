"""A piece of a page that somebody selected: all of it is wanted, unlike of a whole page."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing_app.domain.article import Original, ReadFile
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.plain.text import read_plain_text
from briefing_app.readers.reading import read_whole, tidied
from briefing_app.readers.web.fragment import clean_fragment

_FRAME = re.compile(r"<(nav|footer|aside)[\s>]|role=[\"']?navigation", re.I)


def read_selection(name: str, html: bytes, text: str, url: str = "") -> ReadFile:
    """The article of a selection: its markup as it came, b"" for none, and the same as text.

    Where everything on a page was selected, the article is looked for as in a saved page.
    Raises UnreadableFile: there is no text.
    """
    markup = decode(html).text if html else ""
    if _FRAME.search(markup):
        try:
            return read_whole(Incoming(name, html, url))
        except BriefingError:
            if not text.strip():
                raise
    paragraphs = clean_fragment(markup)
    words = "\n\n".join(paragraphs) or text
    if not words.strip():
        raise UnreadableFile("There is no text to import.", "Copy the article first.")
    if paragraphs:
        original = Original(name, "text/html", html)
    else:
        original = Original(name, "text/plain", text.encode("utf-8", "replace"))
    article, warnings = read_plain_text(words, url)
    articles, more = tidied([replace(article, original_id=original.id)])
    return ReadFile(original, tuple(articles), (*warnings, *more))
