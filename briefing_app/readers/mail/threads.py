"""Which lines of a message are its text: quoted mail, covering notes and signatures are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from briefing_app.domain.article import SetAside
from briefing_app.readers.mail.words import (
    header_line,
    is_attribution,
    is_disclaimer,
    is_farewell,
    is_forward_mark,
    is_mail_furniture,
    is_original_mark,
    is_sent_with,
)
from briefing_app.readers.particulars.dates import find_date

_LEVELS = 6
_NOTE_LENGTH = 120
"""Characters; what is shorter is a remark and no article."""

_ARTICLE_LENGTH = 2 * _NOTE_LENGTH
"""Characters above a head with neither address nor hour, as one has that an article prints."""

_SIGNATURE_LINES = 15
_TEXT_WORDS, _SENTENCE_WORDS = 20, 6
"""Of a paragraph that is text and no signature: below two dashes, below "Best regards"."""

_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*$")
_SAID = re.compile(r"[.!]\W*$")
"""How a speech ends: "Thank you." Letters have a comma there, or nothing."""

_CONTACT = re.compile(r"@|https?:|www\.|\+\d|\b(tel|phone|fax|mobile|mailing list)\b|\d{6}", re.I)
_QUOTED = re.compile(r"\s?>")
_LIST_FOOTER = re.compile(r"_{20,}")
_BY_ADDRESS = re.compile(
    r"(?P<name>[^\d,<>:;|]{3,60}?)\s*<(?:mailto:)?(?P<address>[^<>\s]{1,80}@[^<>\s]{1,80})>"
)
_MOMENT = re.compile(r"@|\d[:.h٫]\d\d|\d ?[AP]M\b|\d[点時时시]", re.I)
"""Programs write that of whom they quote; no article does that begins "On Monday, she wrote:"."""

_SHORT_YEAR = re.compile(r"\b([0-3]?\d\.[01]?\d)\.(\d\d)\b(?![.\d])")
_CORE = {"from", "date", "subject", "to"}


@dataclass(frozen=True)
class Printed:
    """What the head of a message says that was printed into another one; "" for unknown."""

    sender: str = ""
    date: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Thread:
    """A message sorted out.

    lines    its text; an empty line separates paragraphs
    origin   the printed head of the message that they come from; None where they are the
             sender's own
    """

    lines: list[str]
    aside: list[SetAside]
    origin: Printed | None = None


@dataclass
class _Message:
    """One of the messages printed into one another: `opening` are the lines of its head.

    is_marked  a line above them says that a message follows
    """

    head: Printed | None = None
    opening: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    is_marked: bool = False
    is_forwarded: bool = False

    @property
    def length(self) -> int:
        """Characters of its text that are not quoted in their turn."""
        return sum(len(line) for line in self.lines if not _QUOTED.match(line))

    @property
    def full_length(self) -> int:
        """Characters of its text."""
        return sum(map(len, self.lines))


def take_thread(
    lines: Sequence[str], *, forwards: bool, replies: bool, levels: int = _LEVELS
) -> Thread:
    """Sort the lines of a message: its text, or that of the article which it passes on.

    Lines that begin with ">" are quoted. `forwards`, `replies`: what subject and headers say.
    """
    messages = _divide(lines, replies)
    chosen = _choose(messages, forwards, replies)
    if not (chosen or forwards or replies or any(message.is_marked for message in messages)):
        messages = [_Message(lines=list(lines))]  # a letter that is printed in an article
    message = messages[chosen]
    aside = [
        item
        for number, other in enumerate(messages)
        if number != chosen
        for item in _set_aside(other, "covering note" if number < chosen else "quoted mail")
    ]
    aside += [SetAside("quoted mail", line) for line in message.opening if line]
    own, quoted = _part_quotes(message.lines, replies or forwards)
    if quoted and levels and _passes_on(own, quoted, forwards):
        inner = _unquoted(quoted)
        thread = take_thread(inner, forwards=forwards, replies=replies, levels=levels - 1)
        note = [SetAside("covering note", line) for line in own if line]
        origin = thread.origin or _attributed(quoted) or message.head
        return Thread(thread.lines, [*aside, *note, *thread.aside], origin)
    aside += [SetAside("quoted mail", line) for line in _unquoted(quoted) if line]
    text, more = _without_signature(own)
    return Thread(text, aside + more, message.head)


def _divide(lines: Sequence[str], replies: bool) -> list[_Message]:
    """The messages printed into one another, the outermost first."""
    messages = [_Message()]
    position = 0
    while position < len(lines):
        line = lines[position]
        marked = is_forward_mark(line) or is_original_mark(line)
        head, after = head_at(lines, position + marked, 2 if marked else 3)
        opening = [*lines[position:after]]
        # Only of a head: to add up the lines at each of them takes minutes in a long mail.
        is_letter = (
            head is not None
            and messages[-1].length > _ARTICLE_LENGTH
            and not _MOMENT.search(" ".join(opening))
        )
        if marked or (head and not is_letter):
            messages.append(_Message(head, opening, [], marked, is_forward_mark(line)))
            position = after
            continue
        count = _attribution_at(lines, position) if replies else 0
        opening = [*lines[position : position + count]]
        if (
            count
            and _MOMENT.search(" ".join(opening))
            and not _quote_follows(lines, position + count)
        ):
            messages.append(_Message(_attributed(opening), opening))
            position += count
            continue
        messages[-1].lines.append(line)
        position += 1
    return messages


def head_at(lines: Sequence[str], start: int, least: int) -> tuple[Printed | None, int]:
    """A printed head at a line, None for none, and the number of the line after it.

    least  how many of its lines it needs to be one
    """
    found: dict[str, str] = {}
    position, last = start, start
    while position < len(lines) and position - last <= 2:
        line = lines[position]
        name, value = header_line(line) if not _QUOTED.match(line) else ("", "")
        if name and name not in found:
            found[name] = value
            last = position + 1
        elif name == "other":
            last = position + 1
        elif line and (not found or name or not _continues(lines, position)):
            break
        position += 1
    if "from" not in found or len(found.keys() & _CORE) < least:
        return None, start
    date = _SHORT_YEAR.sub(r"\1.20\2", found.get("date", ""))
    return Printed(found["from"], date, found.get("subject", "")), last


def _continues(lines: Sequence[str], position: int) -> bool:
    """Whether an unlabelled line within a head goes on with one: a long list of addressees."""
    following = lines[position + 1 : position + 2]
    return bool(following and header_line(following[0])[0])


def _choose(messages: Sequence[_Message], forwards: bool, replies: bool) -> int:
    """Which of the messages is the article; the outermost unless it only passes another on."""
    own = messages[0].length
    best = max(range(len(messages)), key=lambda n: messages[n].full_length if n else -1)
    inner = messages[best].full_length if best else 0
    marked = any(message.is_forwarded for message in messages)
    if inner < _NOTE_LENGTH and own:
        return 0
    if forwards or marked or own < _NOTE_LENGTH // 3 or not own:
        return best
    return best if not replies and inner > 3 * own and own < 5 * _NOTE_LENGTH else 0


def _passes_on(own: Sequence[str], quoted: Sequence[str], forwards: bool) -> bool:
    """Whether what is quoted is the message."""
    length, inner = sum(map(len, own)), sum(map(len, quoted))
    if not length:
        return True
    return inner >= _NOTE_LENGTH and (forwards or length < _NOTE_LENGTH // 3)


def _part_quotes(lines: Sequence[str], expected: bool) -> tuple[list[str], list[str]]:
    """Own lines and quoted ones, these with the lines that attribute them.

    Where no quote is to be expected and nobody is named, ">" only sets text off.
    """
    own: list[str] = []
    quoted: list[str] = []
    position = 0
    named = False
    while position < len(lines):
        line = lines[position]
        count = _attribution_at(lines, position)
        if count and _quote_follows(lines, position + count):
            quoted += lines[position : position + count]
            position += count
            named = True
            continue
        if _QUOTED.match(line) and (expected or named):
            quoted.append(line)
        else:
            own.append(_QUOTED.sub("", line).strip() if _QUOTED.match(line) else line)
        position += 1
    if sum(map(len, own)) == 0:
        return [], quoted
    return own, quoted


def _attribution_at(lines: Sequence[str], start: int) -> int:
    """Over how many lines "On ... wrote:" goes that begins here; 0 for none."""
    if not lines[start] or _QUOTED.match(lines[start]):
        return 0
    for count in (1, 2, 3):
        piece = lines[start : start + count]
        if len(piece) < count or not piece[-1] or _QUOTED.match(piece[-1]):
            return 0
        if piece[-1].endswith((":", "：")) and is_attribution(" ".join(piece)):
            return count
    return 0


def _quote_follows(lines: Sequence[str], start: int) -> bool:
    return any(_QUOTED.match(line) for line in lines[start : start + 2])


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Lines with one level of quoting taken off."""
    return [re.sub(r"^\s?> ?", "", line) for line in lines]


def _attributed(lines: Sequence[str]) -> Printed | None:
    """Who wrote what is quoted next, as far as its first lines tell."""
    text = " ".join(line for line in lines[:3] if not _QUOTED.match(line))
    named = _BY_ADDRESS.search(text)
    if not named and not find_date(text):
        return None
    name = re.sub(r".*\b(AM|PM|at|um|à)\b\s*", "", named["name"]).strip() if named else ""
    return Printed(f"{name} <{named['address']}>" if named else "", find_date(text))


def _set_aside(message: _Message, kind: str) -> list[SetAside]:
    head = [SetAside("quoted mail", line) for line in message.opening if line]
    return head + [SetAside(kind, line) for line in _unquoted(message.lines) if line]


def _without_signature(lines: Sequence[str]) -> tuple[list[str], list[SetAside]]:
    """The lines without signature, small print and what newsletters say of themselves."""
    end = _signature_start(lines)
    text: list[str] = []
    aside: list[SetAside] = []
    for line in lines[:end]:
        kind = _kind_of(line)
        if kind:
            aside.append(SetAside(kind, line))
        else:
            text.append(line)
    aside += [SetAside("signature", line) for line in lines[end:] if line.strip(" -_")]
    return text, aside


def _kind_of(line: str) -> str:
    if is_sent_with(line) or is_disclaimer(line):
        return "signature"
    return "navigation" if is_mail_furniture(line) else ""


def _signature_start(lines: Sequence[str]) -> int:
    """Number of the line with which the signature begins, how many there are where it is none."""
    filled = [number for number, line in enumerate(lines) if line]
    for index, number in enumerate(filled):
        below = len(filled) - index - 1
        is_mark = lines[number] == "--" and below <= _SIGNATURE_LINES + 10
        is_footer = below <= 8 and _LIST_FOOTER.fullmatch(lines[number])
        if (is_mark or is_footer) and not _has_text(lines[number + 1 :]):
            return number
    last = filled[-_SIGNATURE_LINES:]
    for index, number in enumerate(last):
        below_it = last[index + 1 :]
        if not is_farewell(lines[number]) or any(len(lines[n]) > 100 for n in below_it):
            continue
        is_said = _SAID.search(lines[number]) and (
            not below_it or _ends_sentence(lines[below_it[0]])
        )
        if not is_said and not _has_text(lines[number + 1 :], _SENTENCE_WORDS):
            return number
    return len(lines)


def _has_text(lines: Sequence[str], words: int = _TEXT_WORDS) -> bool:
    """Whether there is a paragraph of sentences, of so many words and more, among lines that may
    be a signature: no small print, and none of a list or a newsletter on itself.
    """
    blocks = (list(block) for filled, block in groupby(lines, bool) if filled)
    texts = (" ".join(line for line in block if not _kind_of(line)) for block in blocks)
    return any(
        _ends_sentence(text) and len(text.split()) >= words and not _CONTACT.search(text)
        and not _kind_of(text) for text in texts
    )  # fmt: skip


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))
