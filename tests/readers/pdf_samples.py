"""A small writer of PDF files for the tests: text in Courier wherever a test wants it."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
LETTER = 0.6
"""Width of every letter of Courier, in parts of its size."""

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Text(NamedTuple):
    """A line of text; x and y, upwards, of its beginning, in points.

    turned   1 if it runs upwards, -1 downwards
    spacing  points between its letters
    more     other operators of PDF that hold for it: "3 Tr" is invisible, "1 g" white
    """

    x: float
    y: float
    text: str
    size: float = 9
    turned: int = 0
    spacing: float = 0
    more: str = ""


def with_marks(x: float, y: float, text: str, size: float = 9) -> list[Text]:
    """A line of text with "^12" for a raised 12, as pieces of text."""
    texts: list[Text] = []
    for place, part in enumerate(re.split(r"\^(\d+)", text)):
        raised = place % 2
        small = 0.6 * size if raised else size
        if part:
            texts.append(Text(x, y + 0.35 * size * raised, part, small))
        x += LETTER * small * len(part)
    return texts


def set_lines(
    paragraphs: Iterable[str], letters: int, indent: str = "", parting: bool = False
) -> list[str]:
    """Paragraphs as lines of at most so many letters; "" after each paragraph without indent.

    parting  whether the words marked "~" may be parted there; else the marks are dropped
    """
    lines: list[str] = []
    for paragraph in paragraphs:
        text = paragraph if parting else paragraph.replace("~", "")
        lines += _wrapped(text, letters, indent)
        if not indent:
            lines.append("")
    return lines


def _wrapped(text: str, letters: int, indent: str) -> list[str]:
    lines: list[str] = []
    line = indent
    for word in text.split():
        gap = "" if line in ("", indent) else " "
        whole = word.replace("~", "")
        if len(line) + len(gap) + len(whole) <= letters:
            line += gap + whole
            continue
        head, _, tail = word.partition("~")
        if tail and len(line) + len(gap) + len(head) < letters:
            lines.append(f"{line}{gap}{head}-")
            line = tail
        else:
            lines.append(line)
            line = whole
    return [*lines, line]


def column(
    lines: Sequence[str], x: float, top: float, size: float = 9, leading: float = 1.25
) -> list[Text]:
    """Lines below one another; an empty line is half as high as another."""
    texts: list[Text] = []
    y = top
    for line in lines:
        if line:
            texts.append(Text(x, y, line, size))
        y -= size * leading * (1 if line else 0.5)
    return texts


def columns(
    lines: Sequence[str], count: int, top: float = 700, size: float = 8, rows: int = 40
) -> list[list[Text]]:
    """The pages of lines that run down one column after the other."""
    width = (WIDTH - 100) / count
    pages: list[list[Text]] = []
    for start in range(0, len(lines), rows):
        place = start // rows
        if place % count == 0:
            pages.append([])
        pages[-1] += column(lines[start : start + rows], 50 + place % count * width, top, size)
    return pages


def letters_of(count: int, size: float = 8, gutter: float = 14) -> int:
    """Letters on a line of one of `count` columns."""
    return int(((WIDTH - 100) / count - gutter) / (LETTER * size))


def make_pdf(
    pages: Sequence[Iterable[Text]], info: Mapping[str, str] | None = None, password: str = ""
) -> bytes:
    """A PDF file of these pages; a page without text is a grey picture."""
    objects: list[bytes] = [b"", b""]
    kids = []
    for page in pages:
        content = _content(page)
        objects.append(_stream(content or b"q 595 0 0 842 0 0 cm /Im0 Do Q"))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font"
            b"<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>>>"
            b"/XObject<</Im0 %d 0 R>>>>>>" % (len(objects), len(pages) * 2 + 3)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    objects.append(_picture())
    pairs = ((k.encode(), _string(v.encode("utf-16"))) for k, v in (info or {}).items())
    objects.append(b"<<%s>>" % b"".join(b"/%s%s" % pair for pair in pairs))
    return _file(objects, password)


def make_form(label: str, value: str) -> bytes:
    """A PDF file of a page with a label and, beside it, a field that is filled in."""
    font = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>>>"
    shown = b"BT /F1 10 Tf 2 4 Td %s Tj ET" % _string(value.encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        _stream(_content([Text(50, 700, label, 10)])),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Annots[5 0 R]%s>>" % font,
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/F 4/Rect[200 696 400 712]/V%s/AP<</N 6 0 R>>>>"
        % _string(value.encode()),
        _stream(shown, b"/Type/XObject/Subtype/Form/BBox[0 0 200 16]%s" % font),
        b"<<>>",
    ]
    return _file(objects, "")


def _content(page: Iterable[Text]) -> bytes:
    lines = []
    for text in page:
        matrix = (b"1 0 0 1", b"0 1 -1 0", b"0 -1 1 0")[text.turned]
        words = _string(text.text.encode("cp1252", "replace"))
        lines.append(
            b"q BT %s /F1 %g Tf %g Tc %s %g %g Tm %s Tj ET Q"
            % (text.more.encode(), text.size, text.spacing, matrix, text.x, text.y, words)
        )
    return b"\n".join(lines)


def _string(data: bytes) -> bytes:
    return b"<%s>" % data.hex().encode()


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


def _picture() -> bytes:
    head = (
        b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode"
    )
    return _stream(zlib.compress(bytes(range(0, 256, 4))), head)


def _file(objects: Sequence[bytes], password: str) -> bytes:
    trailer = b"/Root 1 0 R/Info %d 0 R" % len(objects)
    if password:
        key, encryption = _protection(password.encode())
        objects = [_encrypted(data, number, key) for number, data in enumerate(objects, 1)]
        trailer += b"/Encrypt %s/ID[<00><00>]" % encryption
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    end = b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, len(data))
    return data + head + table + end


def _protection(password: bytes) -> tuple[bytes, bytes]:
    """The key and the dictionary of the standard security handler, revision 2 (PDF 1.4, 3.5)."""
    padded = (password + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + b"\0").digest()[:5]
    user = _rc4(key, _PADDING)
    return key, b"<</Filter/Standard/V 1/R 2/P -4/O%s/U%s>>" % (_string(owner), _string(user))


def _encrypted(data: bytes, number: int, key: bytes) -> bytes:
    """An object whose stream, the only thing that is encrypted here, is enciphered."""
    head, mark, rest = data.partition(b"stream\n")
    if not mark:
        return data
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    return head + mark + _rc4(own, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    result = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        result.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(result)
