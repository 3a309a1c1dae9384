"""Pages of originals of both kinds, drawn by one function."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from briefing_app.errors import UnreadableFile
from briefing_app.readers.original_page import page_picture
from tests.readers.pdf_samples import Text, make_pdf


def picture() -> bytes:
    target = BytesIO()
    Image.new("RGB", (400, 200), (12, 34, 56)).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "height"),
    [("a.pdf", make_pdf([[Text(50, 700, "one")]]), 141), ("a.png", picture(), 50)],
)
def test_the_page_is_as_wide_as_asked(name: str, data: bytes, height: int) -> None:
    drawn = page_picture(name, data, 1, 100)
    assert (drawn.number, drawn.page_count, drawn.width) == (1, 1, 100)
    assert abs(drawn.height - height) <= 12


def test_a_picture_keeps_its_colour() -> None:
    assert page_picture("a.png", picture(), 1, 100).pixels[:3] == bytes((12, 34, 56))


def test_what_is_neither_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        page_picture("a.pdf", b"no page at all", 1, 100)
