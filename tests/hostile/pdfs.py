"""PDF files: broken, locked, without text, or built to eat all memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.hostile.case import Case, Places, paragraphs, words
from tests.readers.pdf_samples import column, make_pdf, set_lines


def cases(at: Places) -> Iterator[Case]:
    """All cases of PDF files."""
    name = "p-plain.pdf"
    yield Case(name, _article(name), (words(name),))
    name = "p-locked.pdf"
    yield Case(name, _article(name, "geheim"), says="needs its password")
    yield Case("p-pictures.pdf", make_pdf([[], []]), says="pictures of pages|no text")
    name = "p-cut.pdf"
    yield Case(name, _article(name)[:400], says="damaged|no text|cannot be read|not complete")
    yield Case("p-head.pdf", b"%PDF-1.7\n", says="damaged|cannot be read|no page|not complete")
    yield Case("p-junk.pdf", b"%PDF-1.4\n" + b"\xff\0junk" * 900, says="damaged|cannot be read")
    name = "p-after-junk.pdf"
    yield Case(name, b"\n\n" + _article(name), (words(name),))
    name = "p-bad-table.pdf"
    yield Case(name, _article(name).replace(b"startxref\n", b"startxref\n9"), (words(name),))
    yield Case("p-loop.pdf", _loop(), says="damaged|999,999 pages")
    yield Case(
        "p-self-drawing.pdf", _self_drawing(), says="damaged|fail|no text|pictures|memory|longer"
    )
    yield Case("p-nested-drawing.pdf", _nested_drawing(),
               says="damaged|fail|no text|pictures|memory|longer")  # fmt: skip
    yield Case("p-bomb.pdf", _bomb(), says="damaged|fail|no text|pictures|memory|longer")
    name = "p-actions.pdf"
    actions = (
        f"/OpenAction<</S/JavaScript/JS(app.launchURL\\('{at.server}'\\))>>/AA<</O<</S/Launch/F"
        f"({at.outside})>>>>"
    ).encode()
    data = _article(name).replace(b"/Type/Catalog", b"/Type/Catalog" + actions)
    yield Case(name, data, (words(name),))


def _article(name: str, password: str = "") -> bytes:
    head = column(set_lines([f"Report on {name}"], 60), 50, 760, size=16)
    rest = column(set_lines(paragraphs(name), 88), 50, 720)
    return make_pdf([[*head, *rest]], password=password)


def _file(*objects: bytes) -> bytes:
    """A PDF of these objects without a table of them: readers look for them."""
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(data), data)


def _loop() -> bytes:
    return _file(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 999999>>")


def _page(resources: bytes) -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources %s>>" % resources


def _self_drawing() -> bytes:
    return _file(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _page(b"<</XObject<</X 5 0 R>>>>"), _stream(b"/X Do"),
        _stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                b"/Resources<</XObject<</X 5 0 R>>>>"),
    )  # fmt: skip


def _nested_drawing() -> bytes:
    forms = [
        _stream(b"/X Do " * 12, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 6))
        for number in range(9)
    ]  # fmt: skip
    last = _stream(b"BT ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return _file(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _page(b"<</XObject<</X 5 0 R>>>>"), _stream(b"/X Do"), *forms, last,
    )  # fmt: skip


def _bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * (200 << 20)))
    return _file(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", _page(b"<<>>"),
        _stream(packed, b"/Filter[/FlateDecode/FlateDecode]"),
    )  # fmt: skip
