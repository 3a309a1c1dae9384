"""Plain text: encodings, paragraphs and wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import Article, SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import canonical, reverses
from briefing_app.readers.documents.flow import lines_of
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.dates import find_date, unsure_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.plain.markdown import is_markdown, read_markdown
from briefing_app.readers.plain.paragraphs import rejoined, split_paragraphs
from briefing_app.readers.plain.pasted import (
    by_indentation,
    take_surroundings,
    without_addresses,
    without_quoting,
)
from briefing_app.readers.plain.posts import read_posts
from briefing_app.readers.plain.printed_lines import printed_file
from briefing_app.readers.press.exports import may_be_export, read_export

_OPENING_DATE = re.compile(r"(?P<date>[0-3]?\d[/.-][0-3]?\d[/.-](?:19|20)\d\d)\s?[-–—:|]\s+(?=\w)")


def read_text_file(file: Incoming) -> Contents:
    """Read a plain text file: one article, or those of a press database's export.

    Raises UnreadableFile: nothing of the text is article text.
    """
    decoded = decode(file.data)
    warnings = []
    if not decoded.sure:
        warnings.append(f"The text encoding was guessed ({decoded.encoding}).")
    notes: list[str] = []
    articles: list[Article] = []
    if may_be_export(decoded.text):
        articles, notes = read_export(lines_of(decoded.text), rejoined)
    if articles:
        return Contents(articles, warnings + notes)
    article, more = read_plain_text(decoded.text, file.url, file.extension)
    return Contents([article], warnings + notes + more)


def read_plain_text(text: str, url: str, extension: str = "") -> tuple[Article, list[str]]:
    """The article of a text, and words for the user.

    extension  of its file, which tells Markdown; "" for none
    Raises UnreadableFile: nothing of the text is article text.
    """
    warnings = []
    if reverses(text):
        warnings.append("Characters that reverse the direction of text were removed.")
    found = Particulars()
    found.offer("url", clean_address(url), "address")
    if is_markdown(text, extension):
        paragraphs, aside = read_markdown(found, text.replace("\r\n", "\n"))
    else:
        whole = canonical(by_indentation(without_addresses(without_quoting(text))))
        whole, of_pages = printed_file(whole)
        lines = split_paragraphs(whole)
        posts = read_posts(found, lines)
        if posts:
            return _completed(found, *posts), warnings
        paragraphs, aside = take_surroundings(found, lines)
        aside += [SetAside("navigation", line) for line in of_pages]
    body, head = take_head(found, paragraphs)
    _propose_opening_date(found, body)
    return _completed(found, body, [*aside, *head]), warnings


def _completed(found: Particulars, body: Sequence[str], aside: Sequence[SetAside]) -> Article:
    article = complete(found, body, aside)
    if not article.body:
        raise UnreadableFile("There is no article text.", "Copy the article and paste it.")
    return article


def _propose_opening_date(found: Particulars, body: Sequence[str]) -> None:
    """Propose the date before the first words: "03/04/2020 - The envoys met ...". Where another
    paragraph begins with one as well, these are the days of a chronicle.
    """
    dates = [match["date"] for match in map(_OPENING_DATE.match, body) if match]
    if len(dates) == 1 and _OPENING_DATE.match(body[0]):
        american = found.get("language") == "en-US"
        date = find_date(dates[0]) or unsure_date(dates[0], month_first=american)
        found.propose("published", date, "date before the text")
