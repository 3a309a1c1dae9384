"""What pdfium tells of a file."""

from __future__ import annotations

import pytest

from briefing_app.errors import PasswordNeeded, UnreadableFile
from briefing_app.readers.pdf.file import PdfFile
from tests.readers.pdf_samples import Text, make_form, make_pdf

PAGE = [Text(50, 700, "First line of the page", 12), Text(50, 680, "Second line", 12)]


def test_lines_come_with_their_places() -> None:
    with PdfFile(make_pdf([PAGE])) as pdf:
        page = pdf.page(0)
    assert (page.width, page.height) == (595, 842)
    assert [piece.text for piece in page.pieces] == ["First line of the page", "Second line"]
    first = page.pieces[0]
    assert first.left == pytest.approx(50, abs=1)
    assert first.right == pytest.approx(50 + 22 * 0.6 * 12, abs=2)
    assert first.bottom < 700 < first.top


def test_what_lies_outside_the_page_is_not_seen() -> None:
    with PdfFile(make_pdf([[*PAGE, Text(50, 2000, "out of sight")]])) as pdf:
        assert len(pdf.page(0).pieces) == 2


def test_a_page_that_is_a_picture_is_known() -> None:
    with PdfFile(make_pdf([(), PAGE])) as pdf:
        assert [pdf.page(0).has_picture, pdf.page(1).has_picture] == [True, False]


def test_the_particulars_that_are_there_are_told() -> None:
    with PdfFile(make_pdf([PAGE], {"Title": "Über allem", "Author": ""})) as pdf:
        assert pdf.particulars() == {"Title": "Über allem"}


@pytest.mark.parametrize(("grey", "channels"), [(False, 3), (True, 1)])
def test_a_page_is_drawn_as_wide_as_asked(grey: bool, channels: int) -> None:
    with PdfFile(make_pdf([PAGE])) as pdf:
        picture = pdf.picture(0, 301, grey)
    assert picture.width == 301
    assert picture.height == pytest.approx(301 * 842 / 595, abs=1)
    assert len(picture.pixels) == picture.width * picture.height * channels
    assert min(picture.pixels) < 150 and max(picture.pixels) == 255


def test_no_picture_is_larger_than_memory_allows() -> None:
    with PdfFile(make_pdf([PAGE])) as pdf:
        picture = pdf.picture(0, 200_000)
    assert picture.width * picture.height < 45_000_000


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", b"%PDF-" * 99])
def test_a_file_that_is_no_more_than_a_beginning_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged or cut off"):
        PdfFile(data)


def test_a_password_opens_a_protected_file() -> None:
    data = make_pdf([PAGE], password="x")
    with pytest.raises(PasswordNeeded):
        PdfFile(data)
    with PdfFile(data, "x") as pdf:
        assert pdf.page_count == 1
        assert pdf.page(0).pieces[0].text == "First line of the page"


def test_what_is_filled_into_a_form_is_text() -> None:
    with PdfFile(make_form("Name of the minister", "Anna Example")) as pdf:
        assert [piece.text for piece in pdf.page(0).pieces] == [
            "Name of the minister", "Anna Example",
        ]  # fmt: skip
