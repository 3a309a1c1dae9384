"""LibreOffice as a helper that may be missing, slow or confused."""

from __future__ import annotations

import pytest

import briefing_app.libreoffice
from briefing_app.errors import UnreadableFile
from briefing_app.memo import docx_writer, libreoffice
from briefing_app.memo.build import build
from tests.memo.briefings import golden

needs_libreoffice = pytest.mark.skipif(not libreoffice.program(), reason="needs LibreOffice")


@needs_libreoffice
def test_a_memo_becomes_a_pdf_whose_pages_can_be_counted() -> None:
    pdf = libreoffice.to_pdf(docx_writer.to_bytes(build(golden())))
    assert pdf.startswith(b"%PDF-")
    assert libreoffice.pages_of_pdf(pdf) >= 2
    assert b"/StructTreeRoot" in pdf


@needs_libreoffice
def test_a_conversion_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(UnreadableFile, match="longer than 0 seconds"):
        libreoffice.to_pdf(docx_writer.to_bytes(build(golden())), seconds=0.01)


def test_without_libreoffice_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(briefing_app.libreoffice, "_USUAL_PLACES", ())
    assert libreoffice.program() == ""
    with pytest.raises(UnreadableFile, match="not installed"):
        libreoffice.to_pdf(b"")


def test_pages_of_a_page_tree_are_not_counted_as_a_page() -> None:
    assert (
        libreoffice.pages_of_pdf(b"<</Type/Pages/Count 2>> <</Type /Page>> <</Type/Page/A 1>>") == 2
    )
