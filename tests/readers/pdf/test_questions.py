"""Questions that are put for many characters in a row."""

from __future__ import annotations

from contextlib import closing
from ctypes import c_int, c_void_p

import pypdfium2 as pdfium
from pypdfium2 import raw as c

from briefing_app.readers.pdf.questions import Question, quick
from tests.readers.pdf_samples import Text, make_pdf

LINES = [Text(50, 800 - 12 * n, "Ministers will meet in Brussels on Monday.") for n in range(30)]


def test_each_of_more_characters_than_have_room_at_once_gets_its_own_answer() -> None:
    box, count = Question(c.FPDFText_GetLooseCharBox, "4f"), quick(c.FPDFText_CountChars, c_int)
    with closing(pdfium.PdfDocument(make_pdf([LINES]))) as document:
        layer = document[0].get_textpage()
        own = c_void_p.from_buffer(layer.raw)
        places = range(count(own))
        assert len(places) > 1200
        answers = [
            (left, bottom, right, top) for left, top, right, bottom in box.answers(own, places)
        ]
        assert answers == [layer.get_charbox(place, loose=True) for place in places]


def test_what_is_not_known_of_a_character_is_nought() -> None:
    box = Question(c.FPDFText_GetLooseCharBox, "4f")
    with closing(pdfium.PdfDocument(make_pdf([LINES]))) as document:
        layer = document[0].get_textpage()
        first, beyond = box.answers(c_void_p.from_buffer(layer.raw), [0, 99_999])
    assert first[0] > 0
    assert beyond == (0, 0, 0, 0)
