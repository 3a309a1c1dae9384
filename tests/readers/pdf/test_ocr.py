"""Text recognition: by tesseract where it is installed, a clear word where it is not."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from briefing_app.errors import PicturesOnly, UnreadableFile
from briefing_app.readers import Options
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.file import PdfFile
from briefing_app.readers.pdf.reader import read_pdf_file
from tests.readers.pdf_samples import Text, column, make_pdf

Install = Callable[..., None]

pytestmark = pytest.mark.usefixtures("forgotten")

LINES = ["Ministers of the alliance met in", "Brussels on Monday."]
posix = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the program")


def read(*pages: list[Text], recognise_text: bool = True) -> Contents:
    options = Options(recognise_text=recognise_text)
    return read_pdf_file(Incoming("scan.pdf", make_pdf(pages), options=options))


@posix
def test_recognised_pages_become_paragraphs_with_a_warning(install: Install) -> None:
    answer = 'printf "Allies meet\\n\\nMinisters sus-\\npended it\\non Monday.\\n\\n\\f"'
    install(answer, "osd", "deu", "eng")
    contents = read([], [Text(50, 700, "Second page with enough words to be a page of text.")] * 2)
    assert contents.warnings == [
        "The text was recognised by machine (English, German): compare it with the page."
    ]
    article = contents.articles[0]
    assert article.headline == "Allies meet"
    assert article.paragraphs[0] == "Ministers suspended it on Monday."
    assert article.page_starts == (0, len(article.paragraphs[0]) + 1)


@posix
def test_a_date_that_stands_close_below_the_byline_is_told_from_it(install: Install) -> None:
    install('printf "Allies meet\\n\\nBy Jane Example\\nJanuary 6, 2020\\nMinisters met.\\n"')
    article = read([]).articles[0]
    assert (article.byline, article.published) == ("Jane Example", "2020-01-06")
    assert article.body == "Ministers met."


@posix
def test_pages_in_which_nothing_is_recognised_are_refused(install: Install) -> None:
    install("true")
    with pytest.raises(PicturesOnly, match="no text could be recognised"):
        read([])


@posix
def test_a_recognition_that_fails_is_refused(install: Install) -> None:
    install("exit 3")
    with pytest.raises(UnreadableFile, match="text recognition failed"):
        read([])


@posix
def test_pictures_can_be_recognised_where_a_program_is_installed(install: Install) -> None:
    install("true")
    with pytest.raises(PicturesOnly) as refused:
        read([], recognise_text=False)
    assert refused.value.hint.startswith("Have the text recognised")


def test_without_the_program_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not ocr.is_installed()
    with pytest.raises(UnreadableFile, match="not installed") as refused:
        read([])
    assert "tesseract" in refused.value.hint


def test_a_page_is_recognised_by_the_real_program() -> None:
    if "eng" not in ocr.languages():
        pytest.skip("tesseract is not installed here")
    with PdfFile(make_pdf([column(LINES, 60, 700, 18)])) as pdf:
        picture = pdf.picture(0, 900, grey=True)
    lines = ocr.recognise(picture.width, picture.height, picture.pixels)
    assert [line.text for line in lines if line.text] == LINES
