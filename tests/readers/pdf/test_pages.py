"""Pictures of pages."""

from __future__ import annotations

import pytest

from briefing_app.errors import PasswordNeeded
from briefing_app.readers.pdf.pages import page_picture
from tests.readers.pdf_samples import Text, make_pdf

DATA = make_pdf([[Text(50, 700, "one")], [Text(50, 400, "two")]])


def test_a_page_is_drawn_and_counted() -> None:
    picture = page_picture(DATA, 2, 200)
    assert (picture.number, picture.page_count, picture.width) == (2, 2, 200)
    assert len(picture.pixels) == 3 * picture.width * picture.height
    assert picture.pixels != page_picture(DATA, 1, 200).pixels


@pytest.mark.parametrize(("asked", "number"), [(0, 1), (-3, 1), (9, 2)])
def test_beyond_the_ends_the_nearest_page_is_drawn(asked: int, number: int) -> None:
    assert page_picture(DATA, asked, 100).number == number


def test_a_protected_file_says_so() -> None:
    with pytest.raises(PasswordNeeded):
        page_picture(make_pdf([[Text(50, 700, "one")]], password="x"), 1, 100)
