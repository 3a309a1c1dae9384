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

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Layout:
    """How a database prints an article.

    above, below  label in lower case -> what it says; those below the text end it
    ends   a line that ends the block below the text, and has no label
    noise  lines that are of the page and not of an article
    """

    above: Mapping[str, str]
    below: Mapping[str, str]
    ends: re.Pattern[str] = _NEVER
    noise: re.Pattern[str] = _NEVER

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

    def is_below(self, text: str) -> bool:
        """Whether a line belongs to what stands below a text."""
        return self.named(text)[0] in self.below or bool(self.ends.fullmatch(text))


def divided(lines: Sequence[Line], layout: Layout) -> Iterator[list[str]]:
    """The lines of each article: one ends with the block below its text."""
    chunk: list[str] = []
    is_below = False
    for text in (line.text for line in lines if not layout.noise.fullmatch(line.text)):
        name, value = layout.named(chunk[-1]) if chunk else ("", "")
        goes_on = bool(name) and not value
        if is_below and text and not layout.is_below(text) and not goes_on:
            yield chunk
            chunk, is_below = [], False
        if text or chunk:
            chunk.append(text)
        is_below = is_below or (layout.is_below(text) and _has_text(chunk))
    if _has_text(chunk):
        yield chunk


def _has_text(chunk: Sequence[str]) -> bool:
    return any(map(is_prose, chunk)) or has_prose(chunk)


def clipping_of(chunk: Sequence[str], layout: Layout) -> tuple[Clipping, list[str]]:
    """The article of its lines, and those above its first label or text: the heading."""
    names = [layout.named(text)[0] for text in chunk]
    first = next((i for i, name in enumerate(names) if name), len(chunk))
    clipping = Clipping()
    heading = [text for text in chunk[:first] if text]
    if has_prose(chunk[:first]):  # all labels are below the text
        _take(clipping, chunk[first:], layout, layout.below)
        clipping.lines = list(chunk[:first])
        return clipping, []
    begin = _begin(chunk, names, first, layout)
    end = next((i for i in range(begin, len(chunk)) if layout.is_below(chunk[i])), len(chunk))
    _take(clipping, chunk[first:begin], layout, {**layout.below, **layout.above})
    _take(clipping, chunk[end:], layout, layout.below)
    for text in chunk[begin:end]:
        name, value = layout.named(text)
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
