"""Articles whose particulars stand in labelled lines, above or below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press.clipping import Clipping, has_prose, is_prose

TEXT, RIGHTS, CAPTION = "text", "rights", "caption"
"""What a label may say besides the fields of Clipping.take and "" for what we do not keep."""

_OPEN_ADDRESS = re.compile(r"(?:.*[\s:])?https?://\S+|[^:]*link[^:]*:|.*adresse[^:]*:", re.I)
_REST_OF_ADDRESS = re.compile(r"https?://\S+|(?=\S*[=/&%?_\d])[\w.~:/?#@!$&'()*+,;=%-]+")
_NEVER = re.compile(r"(?!)")
_TELLING = 3
"""Different labels near each other, which are no words of a text."""


@dataclass(frozen=True)
class Layout:
    """How a database prints an article.

    above, below  label in lower case -> what it says; those below the text end it
    ends   a line that ends the block below the text, and has no label
    noise  lines that are of the page and not of an article
    marks  labels below the text of which every article has one; without any near them the others
           are words of the text: "Datum: 12. Januar". None where the others are telling enough
    """

    above: Mapping[str, str]
    below: Mapping[str, str]
    ends: re.Pattern[str] = _NEVER
    noise: re.Pattern[str] = _NEVER
    marks: frozenset[str] = frozenset()

    @cached_property
    def _label(self) -> re.Pattern[str]:
        names = sorted({*self.above, *self.below}, key=len, reverse=True)
        return re.compile(rf"(?P<label>{'|'.join(map(re.escape, names))})\s?:(?P<value>.*)", re.I)

    def named(self, text: str) -> tuple[str, str]:
        """Label in lower case and value of a line, ("", "") where it has none, or is a paragraph
        that begins like one.
        """
        match = self._label.fullmatch(text)
        if not match or is_prose(match["value"]):
            return "", ""
        return match["label"].lower(), match["value"].strip()

    def names(self, lines: Sequence[Line]) -> set[str]:
        """All labels that lines have."""
        return {self.named(line.text)[0] for line in lines} - {""}

    def names_of(self, texts: Sequence[str]) -> list[str]:
        """The label of each line, "" for none and for one that is but a word of the text."""
        names = [self.named(text)[0] for text in texts]
        if not self.marks:
            return names
        for start, end in _runs(texts, names):
            seen = {*names[start:end]} - {""}
            if not self.marks & seen and len(seen) < _TELLING:
                names[start:end] = [""] * (end - start)
        return names


def _runs(texts: Sequence[str], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First line and end of each run of labelled lines; a value may stand below its label."""
    start = last = -1
    for i, text in enumerate(texts):
        if names[i]:
            start, last = (i if start < 0 else start), i
        elif text and start >= 0:
            if last == i - 1 and texts[last].endswith(":"):
                continue
            yield start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1


def with_whole_addresses(texts: Sequence[str], layout: Layout) -> list[str]:
    """Lines with the parts of an address together that was wrapped, or stands below its label."""
    lines: list[str] = []
    for text in texts:
        above = lines[-1] if lines else ""
        if (
            "http" in f"{above}{text}"
            and _OPEN_ADDRESS.fullmatch(above)
            and _REST_OF_ADDRESS.fullmatch(text)
            and not layout.named(text)[0]
            and not ("http" in above and "http" in text)
        ):
            lines[-1] += text if "http" in above else f" {text}"
        else:
            lines.append(text)
    return lines


def divided(lines: Sequence[Line], layout: Layout) -> Iterator[list[str]]:
    """The lines of each article: one ends with the block below its text."""
    texts = [line.text for line in lines if not layout.noise.fullmatch(line.text)]
    texts = with_whole_addresses(texts, layout)
    chunk: list[str] = []
    is_below = False
    above = ""
    for text, name in zip(texts, layout.names_of(texts), strict=True):
        goes_on = bool(above) and not layout.named(chunk[-1])[1] if chunk else False
        belongs = _is_below(text, name, layout)
        if is_below and text and not belongs and not goes_on:
            yield chunk
            chunk, is_below = [], False
        if text or chunk:
            chunk.append(text)
            above = name
        is_below = is_below or (belongs and _has_text(chunk))
    if _has_text(chunk):
        yield chunk


def _is_below(text: str, name: str, layout: Layout) -> bool:
    """Whether a line, with its label, belongs to what stands below a text."""
    return name in layout.below or bool(layout.ends.fullmatch(text))


def _has_text(chunk: Sequence[str]) -> bool:
    return any(map(is_prose, chunk)) or has_prose(chunk)


def clipping_of(chunk: Sequence[str], layout: Layout) -> tuple[Clipping, list[str]]:
    """The article of its lines, and those above its first label or text: the heading."""
    names = layout.names_of(chunk)
    first = next((i for i, name in enumerate(names) if name), len(chunk))
    clipping = Clipping()
    heading = [text for text in chunk[:first] if text]
    if has_prose(chunk[:first]):  # all labels are below the text
        _take(clipping, chunk[first:], layout, layout.below)
        clipping.lines = list(chunk[:first])
        return clipping, []
    begin = _begin(chunk, names, first, layout)
    below = (i for i in range(begin, len(chunk)) if _is_below(chunk[i], names[i], layout))
    end = next(below, len(chunk))
    _take(clipping, chunk[first:begin], layout, {**layout.below, **layout.above})
    _take(clipping, chunk[end:], layout, layout.below)
    for text, name in zip(chunk[begin:end], names[begin:end], strict=True):
        value = layout.named(text)[1]
        if name and layout.above.get(name) == CAPTION:
            clipping.aside.append(SetAside("caption", value))
        elif name and layout.above.get(name) == TEXT:
            clipping.lines.append(value)
        else:
            clipping.lines.append(text)
    return clipping, heading


def _begin(chunk: Sequence[str], names: Sequence[str], first: int, layout: Layout) -> int:
    """Number of the line with which the text begins, below the first label."""
    stated = (i for i in range(first, len(chunk)) if layout.above.get(names[i]) == TEXT)
    last = next(stated, -1)
    if last >= 0:
        return last
    for i in range(first + 1, len(chunk)):
        is_value = chunk[i - 1] and names[i - 1] and not layout.named(chunk[i - 1])[1]
        if chunk[i] and not names[i] and not is_value:
            return i
    return len(chunk)


def _take(
    clipping: Clipping, lines: Sequence[str], layout: Layout, fields: Mapping[str, str]
) -> None:
    """Take what labelled lines say; the value may stand on the next line."""
    label = ""
    for text in filter(None, lines):
        name, value = layout.named(text)
        label = name or label
        said = fields.get(label, "")
        if said == RIGHTS or layout.ends.fullmatch(text):
            clipping.aside.append(SetAside("copyright", text))
        elif not label:
            clipping.aside.append(SetAside("credits", text))
        elif said not in (TEXT, CAPTION):
            clipping.take(said, value if name else text)
        if not name:
            label = ""
