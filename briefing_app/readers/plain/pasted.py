"""What stands around an article in text that was copied or saved from a page: names of sections,
buttons, addresses, lists of other articles, and authors whom nothing but their place tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.boilerplate import kind_of
from briefing_app.readers.particulars import agency
from briefing_app.readers.particulars.dates import is_date_line
from briefing_app.readers.particulars.metadata import HEADLINE_LENGTH, Particulars, clean_address

_PLACE = "head of the text"
_DEPTH = 8
"""Paragraphs from the top among which what belongs to the head stands."""

_BEHIND_WORD = re.compile(r"[ \t]*\n?[ \t]*<(?:https?://|mailto:)[^<>\s]{1,3000}>")
_LINKED_ITEM = re.compile(
    r"[ \t]*[*+o•-][ \t]+[^\n<>]{1,100}<(?:https?://|mailto:)[^<>\s]{1,3000}>[ \t]*"
)
_QUOTE = re.compile(r">[ \t]?")
_QUOTED_LEVELS = 8
_FEWEST_ADDRESSES = 3
_INDENTED = re.compile(r"[ \t]{1,8}\S")
_PICTURE = re.compile(
    r"\[(?:image|picture|logo|img|bild|foto)(?::\s*(?P<words>[^\[\]]{0,300}))?\]", re.I
)
_ADDRESS = re.compile(r"(?:(?:source|url|link|from|quelle)\s*:\s*)?(?P<address>https?://\S+)", re.I)
_SECTIONS = re.compile(
    r"world|politics|opinion|news|business|europe|africa|asia|americas|national|international|"
    r"defence|defense|security|analysis|exclusive|breaking|live|video|culture|sport|sports|"
    r"commentary|comment|editorial|home|uk|us|china|russia|iran|iraq|ukraine|israel|middle|"
    r"east|economy|markets|tech|technology|science|health|latest|top|stories|story|exclusives|"
    r"explainer|politik|welt|ausland|inland|wirtschaft|meinung|kommentar|kultur|nachrichten|"
    r"aktuell|monde|politique|économie|actualité|actualités|opinions|débats|mundo|política|"
    r"internacional|economía|opinión|mondo|politica|esteri|economia|&", re.I
)  # fmt: skip
_MOST_SECTIONS = 3
_BUTTONS = re.compile(
    r"(?:share|facebook|twitter|x|email|e-mail|mail|print|copy link|link copied|whatsapp|linkedin|"
    r"reddit|telegram|pinterest|flipboard|messenger|bluesky|threads|save|saved|listen|comment|"
    r"comments|follow|subscribe|sign in|sign up|log in|menu|search|close|skip to (?:main )?content|"
    r"share (?:this|on|via|article|full article).{0,20}|give (?:this )?article|gift this article|"
    r"\d{1,5} comments?|teilen|drucken|merken|anhören|kommentare|partager|imprimer|enregistrer|"
    r"écouter|commentaires|compartir|guardar|imprimir|escuchar|comentarios|condividi|stampa|"
    r"delen|opslaan|поделиться|مشاركة|طباعة)[^\w.!?…,;”\"’»]*[\d]*[^\w.!?…,;”\"’»]*", re.I
)  # fmt: skip
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|staff|bureau chief|analyst|producer|"
    r"korrespondent(?:in)?|redakteur(?:in)?|reporterin|correspondante?|journaliste|envoyée?|"
    r"corresponsal|periodista|redactora?|inviat[oa]|corrispondente)\b", re.I
)  # fmt: skip
_NAMES = re.compile(
    r"(?P<names>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,3}"
    r"(?:(?:,| and| und| et| y| &) [^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,3}){0,3}?)"
    r"(?P<role>(?:,| in| \||  ?[-–—]) ?.{2,60})?"
)
_PLACED = re.compile(r"(?: in [A-ZÀ-Þ][\w ,.’-]*)?")
_LETTER = re.compile(r"[^\W\d_]")
_WITHIN = re.compile(r"[.!?;](?:(?<=[^\W\d_]{3}[.!?]) +[\dA-ZÀ-Þ“\"]|(?<=;) +[a-z])")
"""In a line with more than a headline."""

_ENDS = re.compile(r"[.!?…:;。！？؟۔।][”\"’»)」]*$")


def without_addresses(text: str) -> str:
    """A text without the addresses that browsers print behind each link when they save it, and
    without the items of menus, which are nothing but a link.
    """
    if text.count("<http") < _FEWEST_ADDRESSES:
        return text
    lines = (line for line in text.split("\n") if not _LINKED_ITEM.fullmatch(line))
    return _BEHIND_WORD.sub("", "\n".join(lines))


def without_quoting(text: str) -> str:
    """A text without the ">" before each of its lines, as mail programs and forums quote."""
    if "\n>" not in text or text.lstrip()[:1] != ">":
        return text
    lines = text.split("\n")
    for _ in range(_QUOTED_LEVELS):
        if not all(line.startswith(">") for line in lines if line.strip()):
            break
        lines = [_QUOTE.sub("", line, count=1) for line in lines]
    return "\n".join(lines)


def by_indentation(text: str) -> str:
    """A text with its paragraphs apart and each on a line, where only an indented line begins one.

    Other texts come back as they are.
    """
    if text.count("\n ") + text.count("\n\t") < 2:
        return text
    lines = text.split("\n")
    begun = [bool(_INDENTED.match(line)) for line in lines]
    count = sum(begun)
    goes_on = sum(is_one and _is_flush(lines, i + 1) for i, is_one in enumerate(begun))
    after_text = sum(
        is_one and i > 0 and bool(lines[i - 1].strip()) for i, is_one in enumerate(begun)
    )
    if count < 3 or after_text < 2 or goes_on < 0.7 * count:
        return text
    paragraphs: list[str] = []
    is_open = False
    for line, is_one in zip(lines, begun, strict=True):
        if is_open and line.strip() and not is_one:
            paragraphs[-1] += line.strip() if paragraphs[-1].endswith("-") else f" {line.strip()}"
            continue
        paragraphs += ["", line.strip()] if is_one else [line]
        is_open = is_one
    return "\n".join(paragraphs)


def _is_flush(lines: Sequence[str], place: int) -> bool:
    """Whether there is a line with text at its left edge."""
    return place < len(lines) and bool(lines[place][:1].strip())


def take_surroundings(
    found: Particulars, paragraphs: Sequence[str]
) -> tuple[list[str], list[SetAside]]:
    """Take what stands around an article off its text; what it says is offered.

    Returns the paragraphs that are left, in order, and what was set aside.
    """
    aside: list[SetAside] = []
    left = _without_lists(list(paragraphs), aside)
    left = [line for line in left if not _is_furniture(line, aside)]
    _take_address(found, left, aside)
    _take_section(found, left, aside)
    _take_unsigned(found, left, aside)
    return left, aside


def _is_furniture(line: str, aside: list[SetAside]) -> bool:
    picture = _PICTURE.fullmatch(line)
    if picture:
        aside.append(SetAside("caption", picture["words"] or line))
    elif _BUTTONS.fullmatch(line):
        aside.append(SetAside("navigation", line))
    else:
        return False
    return True


def _take_address(found: Particulars, lines: list[str], aside: list[SetAside]) -> None:
    """The address of the page, which is copied before an article or after it."""
    for place in (0, len(lines) - 1):
        match = _ADDRESS.fullmatch(lines[place]) if len(lines) > 1 else None
        if match:
            found.offer("url", clean_address(match["address"]), _PLACE)
            aside.append(SetAside("navigation", lines.pop(place)))
            return


def _take_section(found: Particulars, lines: list[str], aside: list[SetAside]) -> None:
    """The names of sections above the headline: "World", "Middle East & Africa | On the march"."""
    if len(lines) < 3 or found.get("headline"):
        return
    top = lines[: min(_MOST_SECTIONS, len(lines) - 2)]
    count = next((i for i, line in enumerate(top) if not _is_section(line)), len(top))
    if not count:
        return
    headline = lines[count]
    is_headline = len(headline.split()) > 2 and not (
        _ENDS.search(headline) or is_date_line(headline)
    )
    if is_headline and len(headline) <= HEADLINE_LENGTH:
        names = [line.strip("/|›> ") for line in lines[:count]]
        found.offer("news_section", " | ".join(names), _PLACE)
        aside += [SetAside("navigation", line) for line in lines[:count]]
        del lines[:count]


def _is_section(line: str) -> bool:
    """Whether a line names a section, or one with the title of a column behind it."""
    first, bar, column = line.strip("/|›> ").partition("|")
    words = re.split(
        r"[\s/›>]+", (first if bar and len(column.split()) <= 3 else line).strip("/|›> ")
    )
    words = [word for word in words if word != "|"]
    return 0 < len(words) <= 4 and all(map(_SECTIONS.fullmatch, words))


def _take_unsigned(found: Particulars, lines: list[str], aside: list[SetAside]) -> None:
    """Names beside the date, or with what their owners do, in lines of the head."""
    for i, line in enumerate(lines[1:_DEPTH], 1):
        is_text = _ENDS.search(line) and not line.endswith(":")
        if is_text or len(line) > HEADLINE_LENGTH or agency.byline(line):
            return
        match = _NAMES.fullmatch(line)
        names = agency.byline(f"By {match['names']}") if match else ""
        role = (match["role"] or "") if match else ""
        dated = any(is_date_line(near) for near in lines[max(1, i - 1) : i + 2])
        if names and (_ROLE.search(role) or (dated and _PLACED.fullmatch(role))):
            found.propose(
                "byline", names, "line beside the date" if dated else "line with an office"
            )
            aside.append(SetAside("credits", lines.pop(i)))
            return


def _without_lists(lines: list[str], aside: list[SetAside]) -> list[str]:
    """The lines without the headlines of other articles at the end, below words that say so."""
    start = len(lines)
    for i in range(len(lines) - 1, 0, -1):
        if kind_of(lines[i]) == "navigation":
            start = i if _LETTER.search(lines[i]) else start
        elif len(lines[i]) > HEADLINE_LENGTH or _ENDS.search(lines[i]) or _WITHIN.search(lines[i]):
            break
    if 2 * sum(map(len, lines[start:])) > sum(map(len, lines)):
        return lines  # a programme, a table, a text without full stops
    aside += [SetAside("navigation", line) for line in lines[start:]]
    return lines[:start]
