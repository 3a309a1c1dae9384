"""One article of a press database's export, and what the databases' fields have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_app.domain.article import SetAside
from briefing_app.readers.particulars.dates import find_date, is_date_line
from briefing_app.readers.particulars.language_names import language_tag
from briefing_app.readers.particulars.metadata import Particulars, clean_address
from briefing_app.readers.press.signed import authors

FIELD = "database field"
"""Provenance of what an export names; of what it only prints where it always does: HEADING."""

HEADING = "database heading"

_COUNT = re.compile(
    r"(?P<count>\d[\d.,\s]*?)\s?(?:words?|wörter|woerter|mots|palabras|parole|palavras|woorden|"
    r"слов\w*|слів|słów|słowa|slov|ord|kelime|sanaa|λέξεις|מילים|كلمة|كلمات|文字|個字|个字|字|語|词|"
    r"단어|글자|자)\.?",
    re.I,
)
_WEEKDAY = re.compile(r"((?:19|20)\d\d),?\s+[^\W\d_]{4,12}\b(?=\s*\d|\s*$)")
_PAGE = re.compile(
    r"(?:pages?|pg|pag|pág|pagina|página|blz|seite|str|s|p|стр|с)\b\.?:?\s*"
    r"(?P<page>[A-Z]{0,4}[\d.,-]+\w?)(?:\s+(?:ausg|nr|no|ed)\b\.?\s*[\w/-]+)?",
    re.I,
)
_ADDRESS_BEHIND = re.compile(r"[;,]?\s*(?P<address>https?://\S+)$")
_MONTH_AND_YEAR = re.compile(
    r"(?P<word>[^\W\d_]{3,12})\.?(?:[ /–-]+(?P<last>[^\W\d_]{3,12})\.?)?,? (?:19|20)\d\d"
    r"(?:/\d{2,4})?(?: [^\W\d_]{4,12})?"
)
_SEASON = re.compile("spring|summer|autumn|fall|winter|frühling|frühjahr|sommer|herbst|printemps|"
                     "été|automne|hiver|primavera|verano|otoño|invierno", re.I)  # fmt: skip
_LONGEST_HEADING = 90
_PROSE_LENGTH = 80
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"'“”’»)\]]*$")


@dataclass
class Clipping:
    """What an export says of one article.

    lines  of the text, "" for an empty one
    words  the length that the export states, 0 where it does not
    """

    found: Particulars = field(default_factory=Particulars)
    lines: list[str] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    words: int = 0

    def take(self, name: str, value: str, place: str = FIELD) -> None:
        """Take a field of Article, or "words" or "section" with its page, as it is printed.

        Without a name, or a value, there is nothing to take.
        """
        if not name or not value:
            return
        if name == "words":
            self.words = self.words or stated_words(value)
        elif name == "published":
            self.found.offer("published", printed_date(value), place)
        elif name == "language":
            self.found.offer("language", language_tag(value), place)
        elif name == "url":
            self.found.offer("url", clean_address(value), place)
        elif name == "byline":
            self.found.offer("byline", authors(value), place)
        elif name == "deck":
            self._take_deck(value, place)
        elif name == "section":
            self._take_section(value, place)
        else:
            self.found.offer(name, value, place)

    def _take_deck(self, value: str, place: str) -> None:
        """The summary; behind it may be the address of the article."""
        behind = _ADDRESS_BEHIND.search(value)
        if behind:
            self.found.propose("url", clean_address(behind["address"]), place)
        self.found.offer("deck", value[: behind.start()] if behind else value, place)

    def _take_section(self, value: str, place: str) -> None:
        """Of "World; Section A; Pg. 4" the section and the page."""
        sections = []
        for part in map(str.strip, value.split(";")):
            page = _PAGE.fullmatch(part)
            if page:
                self.found.offer("print_page", page["page"], place)
            elif part and not re.fullmatch(r"Column \d+", part):
                sections.append(part)
        self.found.offer("news_section", "; ".join(sections), place)


def stated_words(text: str) -> int:
    """The number in "1,692 words", in several languages; 0 where `text` is nothing of the kind."""
    match = _COUNT.fullmatch(text.strip())
    digits = re.sub(r"\D", "", match["count"]) if match else ""
    return int(digits) if 0 < len(digits) < 8 else 0


def printed_date(text: str) -> str:
    """ISO date of "March 22, 2010 Monday 9:15 PM GMT" and of other full dates, "" for none."""
    return find_date(_WEEKDAY.sub(r"\1", text))


def is_date(text: str) -> bool:
    """Whether a line of an article's heading is its date, if only month and year."""
    if len(text) > _LONGEST_HEADING or re.match(r"copyright|©|\(c\)", text, re.I):
        return False
    return is_date_line(text) or _is_month(text)


def _is_month(text: str) -> bool:
    """Whether it is the month or season that magazines print: "January 2020", not "Games 2020"."""
    match = _MONTH_AND_YEAR.fullmatch(text)
    word = match["word"] if match else ""
    return bool(word and (find_date(f"1 {word} 2020") or _SEASON.fullmatch(word)))


def has_prose(lines: Sequence[str]) -> bool:
    """Whether there is a paragraph among lines, be it wrapped: long, and sentences."""
    return any(is_prose(" ".join(block)) for block in blocks_of(lines))


def is_prose(text: str) -> bool:
    """Whether a text is a paragraph of an article, by its length and end, and no field of it."""
    return len(text) >= _PROSE_LENGTH and bool(_SENTENCE_END.search(text))


def blocks_of(lines: Sequence[str]) -> list[list[str]]:
    """Lines between empty ones; each line for itself where none is empty."""
    if "" not in lines:
        return [[line] for line in lines]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]
