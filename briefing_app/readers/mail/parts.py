"""The parts of a mail message (MIME, RFC 2045 to 2049), taken apart within bounds.

The standard library's parser goes line by line and as deep as the message says; this one looks
for the boundaries only, so that a large attachment costs nothing until it is asked for.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from functools import cached_property

from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line
from briefing_app.readers.encoding import decode

LEVELS = 40
PARTS = 500
"""Most of each in one message."""

_HEAD_BYTES = 256 * 1024
_VALUE_LENGTH = 10_000
_PARAMETERS_LENGTH = 4_000
_HEAD_END = re.compile(rb"\n[ \t]*\r?\n")
_FIELD = re.compile(rb"^([!-9;-~]{1,80})[ \t]*:(.*(?:\n[ \t]+.*)*)", re.M)
_FIRST_FIELD = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))
_UNIX = ("x-uuencode", "uuencode", "x-uue", "uue")
_STATEFUL = re.compile(r"(iso-?2022-|hz\b|utf-?7\b)", re.I)
"""Charsets of seven-bit bytes, which look like ASCII to the eye that tells encodings."""

_OTHER_NAMES = {"unicode-1-1-utf-7": "utf-7", "iso-8859-8-i": "iso-8859-8",
                "iso-8859-8-e": "iso-8859-8", "iso-8859-6-i": "iso-8859-6"}  # fmt: skip
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{3,40})", re.I)
_CHARSET_WITHIN = 20_000
"""Bytes of a message in which its first text says what charset it is in."""


@dataclass(frozen=True)
class Part:
    """One part of a message, or the message itself.

    fields  of its head by name in lower case, unfolded, encoded words as they are; of a field
            that comes twice the first
    body    as it was transferred
    parts   of a multipart; a message inside a message is not opened
    """

    fields: Mapping[str, str]
    body: bytes
    parts: tuple[Part, ...] = ()

    @cached_property
    def _typed(self) -> Message:
        return _typed(self.fields)

    @property
    def kind(self) -> str:
        """Content type in lower case, "text/plain" where there is none."""
        return self._typed.get_content_type()

    def parameter(self, name: str) -> str:
        """A parameter of the content type, "" for none."""
        value = self._typed.get_param(name, "")
        return value[2] if isinstance(value, tuple) else str(value)

    @cached_property
    def file_name(self) -> str:
        """Name under which the sender had it, without folders; "" for none."""
        try:
            name = self._typed.get_filename() or ""
        except (ValueError, LookupError, TypeError):
            return ""
        return re.split(r"[/\\]", one_line(decoded(name)))[-1].strip(". ")[:150]

    @property
    def disposition(self) -> str:
        """ "attachment", "inline" or ""."""
        return self.fields.get("content-disposition", "").partition(";")[0].strip().lower()

    def content(self) -> bytes:
        """The bytes that were put in, whatever they were encoded as on their way."""
        how = self.fields.get("content-transfer-encoding", "").strip().lower()
        if how == "base64" and not _is_plain(self.body):
            letters = self.body.translate(None, _NOT_BASE64)
            letters = letters[: len(letters) - (len(letters) % 4 == 1)]
            return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
        if how == "quoted-printable":
            return binascii.a2b_qp(self.body)
        return _unix_decoded(self.body) if how in _UNIX else self.body

    def text(self) -> str:
        """The content as text, in whatever charset it says or seems to be."""
        return _decoded(self.content(), self.parameter("charset").strip(" '\""))

    def walk(self) -> Iterator[Part]:
        """This part and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def _decoded(data: bytes, charset: str) -> str:
    """Text in whatever charset it says or seems to be."""
    charset = _OTHER_NAMES.get(charset.lower(), charset)
    if not _STATEFUL.match(charset) and data.isascii() and b"\x1b$" in data:
        charset = "iso-2022-kr" if b"\x1b$)C" in data else "iso-2022-jp"
    if _STATEFUL.match(charset):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeError):
            pass
    return decode(data, charset).text


def parse(data: bytes) -> Part:
    """Take a message apart.

    Raises UnreadableFile: it has more than LEVELS levels or PARTS parts.
    """
    if b"\n" not in data[:_HEAD_BYTES]:
        data = data.replace(b"\r", b"\n")
    return _Parser().part(data.lstrip(b"\r\n \t\xef\xbb\xbf"), LEVELS)


def fields_of(data: bytes) -> dict[str, str]:
    """The fields of a message's head, as in Part."""
    return _head_and_body(data[:_HEAD_BYTES])[0]


def decoded(value: str) -> str:
    """A header value with its encoded words (RFC 2047) decoded, on one line."""
    try:
        pieces = decode_header(value[:_VALUE_LENGTH])
    except (HeaderParseError, ValueError):
        return one_line(value)
    return one_line("".join(_word(piece, charset or "") for piece, charset in pieces))


def _is_plain(body: bytes) -> bool:
    """Whether a text that is said to be in base64 is none: it has blanks and full stops."""
    sample = body[:4000]
    foreign = sample.translate(None, _BASE64 + b"=\r\n\t")
    has_stops = len(foreign) - foreign.count(b" ") > 1
    return len(foreign) * 12 > len(sample) and (has_stops or len(sample) > 200)


def _unix_decoded(body: bytes) -> bytes:
    """What was encoded line by line as mail programs did before there was base64."""
    lines = iter(body.splitlines())
    for line in lines:
        if line.startswith(b"begin "):
            break
    decoded = []
    for line in lines:
        if line.strip() in (b"end", b"`"):
            break
        # Blanks at the end of a line may have got lost on the way, or more been put there.
        length = 1 + ((line[0] - 32 & 63) + 2) // 3 * 4 if line else 0
        try:
            decoded.append(binascii.a2b_uu(line[:length].ljust(length)))
        except binascii.Error:
            break
    return b"".join(decoded)


def _word(piece: str | bytes, charset: str) -> str:
    if isinstance(piece, str):
        return piece
    if not charset:
        return piece.decode("raw-unicode-escape", "replace")
    return Part({"content-type": f"text/plain; charset={charset}"}, piece).text()


def _typed(fields: Mapping[str, str]) -> Message:
    message = Message()
    for name in ("content-type", "content-disposition"):
        if name in fields:
            message[name] = fields[name][:_PARAMETERS_LENGTH]
    return message


@dataclass
class _Parser:
    left: int = field(default=PARTS)

    def part(self, data: bytes, levels: int) -> Part:
        self.left -= 1
        if self.left < 0 or levels < 0:
            raise UnreadableFile(
                "the message is nested too deeply or has too many parts.",
                "Open it in the mail program and save the text or the attached files.",
            )
        fields, body = _head_and_body(data)
        part = Part(fields, body)
        boundary = part.parameter("boundary") if part.kind.startswith("multipart/") else ""
        if not boundary:
            return part
        inside = _between(body, b"--" + boundary.rstrip().encode("utf-8", "replace"))
        parts = tuple(self.part(piece, levels - 1) for piece in inside)
        if part.kind == "multipart/digest":
            parts = tuple(map(_of_digest, parts))
        return Part(fields, body, parts)


def _of_digest(part: Part) -> Part:
    """A part of a collection of messages, which is a message unless it says otherwise."""
    if "content-type" in part.fields:
        return part
    return Part({**part.fields, "content-type": "message/rfc822"}, part.body)


def _head_and_body(data: bytes) -> tuple[dict[str, str], bytes]:
    if not _FIRST_FIELD.match(data):
        return {}, re.sub(rb"\A\r?\n", b"", data[:2]) + data[2:]
    end = _HEAD_END.search(data)
    head = data[: end.start() + 1] if end else data
    charset = _CHARSET.search(data[:_CHARSET_WITHIN])
    declared = charset[1].decode("ascii") if charset else ""
    if not charset and not head.isascii():
        declared = decode(data[:_CHARSET_WITHIN]).encoding
    fields: dict[str, str] = {}
    for name, value in _FIELD.findall(head[:_HEAD_BYTES]):
        fields.setdefault(name.decode("ascii").lower(), _value(value, declared))
    return fields, data[end.end() :] if end else b""


def _value(value: bytes, charset: str) -> str:
    """A value of a head, unfolded; one that is not ASCII is in the charset of the text."""
    value = b" ".join(value[:_VALUE_LENGTH].split())
    if value.isascii() and b"\x1b" not in value:
        return value.decode("ascii")
    return _decoded(value, charset)


def _between(body: bytes, mark: bytes) -> Iterator[bytes]:
    """What stands between lines that are `mark`, up to the one that says that it is the last."""
    start = -1
    position = body.find(mark)
    while position >= 0:
        after = position + len(mark)
        if position == 0 or body[position - 1] == 10:
            ending = body[after : after + 2] == b"--"
            end_of_line = body.find(b"\n", after)
            line_end = end_of_line if end_of_line >= 0 else len(body)
            if not body[after + 2 * ending : line_end].strip():
                if start >= 0:
                    yield body[start:position].removesuffix(b"\n").removesuffix(b"\r")
                if ending:
                    return
                start = after = line_end + 1
        position = body.find(mark, after)
    if 0 <= start < len(body):
        yield body[start:]
