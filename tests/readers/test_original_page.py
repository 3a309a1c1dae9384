"""Pages of originals of both kinds, drawn by one function."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from briefing_app.errors import PasswordNeeded, UnreadableFile
from briefing_app.readers.original_page import page_picture, passage_places
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


@pytest.mark.parametrize(
    ("name", "data"), [("a.pdf", make_pdf([[Text(50, 700, "one two", 30)]])), ("a.png", picture())]
)
def test_a_part_is_cut_out_of_the_page_to_the_pixel(name: str, data: bytes) -> None:
    whole = page_picture(name, data, 1, 1000)
    part = page_picture(name, data, 1, 1000, (0.05, 0.1, 0.4, 0.3))
    left, top = round(part.part[0] * whole.width), round(part.part[1] * whole.height)
    starts = (3 * ((top + y) * whole.width + left) for y in range(part.height))
    rows = [whole.pixels[start : start + 3 * part.width] for start in starts]
    assert part.pixels == b"".join(rows)
    assert (part.page_ratio, part.own_width) == (whole.page_ratio, whole.own_width)
    assert part.width == pytest.approx(350, abs=2)


def test_the_size_on_paper_is_told() -> None:
    drawn = page_picture("a.pdf", make_pdf([[Text(50, 700, "one")]]), 1, 100)
    assert drawn.own_width == pytest.approx(595 * 96 / 72)
    assert drawn.page_ratio == pytest.approx(842 / 595)


def test_an_encrypted_file_opens_with_one_of_the_passwords() -> None:
    data = make_pdf([[Text(50, 700, "one")]], password="geheim")
    for passwords in ((), ("wrong",)):
        with pytest.raises(PasswordNeeded, match="needs its password"):
            page_picture("a.pdf", data, 1, 100, passwords=passwords)
    assert page_picture("a.pdf", data, 1, 100, passwords=("wrong", "geheim")).width == 100


def test_a_fax_in_black_and_white_is_made_smaller_smoothly() -> None:
    target = BytesIO()
    fax = Image.new("1", (400, 200), 1)
    for x in range(0, 400, 2):
        fax.paste(0, (x, 0, x + 1, 200))
    fax.save(target, "TIFF")
    greys = set(page_picture("a.tif", target.getvalue(), 1, 100).pixels)
    assert not greys & {0, 255}, "lines of one pixel become grey"


LINES = [Text(50, 700, "The ministers met in Brus-", 12), Text(50, 680, "sels on Monday.", 12)]


def test_a_passage_is_found_on_its_page_line_by_line() -> None:
    data = make_pdf([LINES, [Text(50, 700, "Another page.")]])
    first, second = passage_places("a.pdf", data, 1, "met in Brussels on")
    assert first[0] > second[0] == pytest.approx(50 / 595, abs=0.002)
    for (_, top, _, bottom), base in ((first, 700), (second, 680)):
        assert top < 1 - base / 842 < bottom
    assert passage_places("a.pdf", data, 2, "met in Brussels on") == []


def test_a_passage_is_found_on_a_page_that_lies_on_its_side() -> None:
    data = make_pdf([LINES]).replace(b"/MediaBox[0 0 595 842]", b"/Rotate 90/MediaBox[0 0 595 842]")
    [(left, top, right, bottom)] = passage_places("a.pdf", data, 1, "Monday")
    assert right - left < bottom - top
    assert left < 680 / 842 < right


def test_in_a_picture_and_in_a_locked_file_nothing_is_found() -> None:
    assert passage_places("a.png", picture(), 1, "met in Brussels") == []
    locked = make_pdf([LINES], password="geheim")
    with pytest.raises(PasswordNeeded):
        passage_places("a.pdf", locked, 1, "met in Brussels")
    assert passage_places("a.pdf", locked, 1, "met in Brussels", ("geheim",))
