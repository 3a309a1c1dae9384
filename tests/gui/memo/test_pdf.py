"""A PDF without LibreOffice says what the memo says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from briefing_app import memo
from briefing_app.domain.memo import ComposedMemo, Paragraph
from briefing_app.gui.memo.pdf import to_pdf
from briefing_app.memo import form
from briefing_app.store import Store


@pytest.fixture
def composed(qapp, sample: Path) -> ComposedMemo:
    """The sample's memo with a handling mark."""
    with Store.open(sample, read_only=True) as store:
        return replace(memo.build(store.snapshot()), banner="OFFICIAL", banner_color="1B2A41")


def pages(composed: ComposedMemo) -> list[str]:
    document = pypdfium2.PdfDocument(to_pdf(composed, form.load("information"), "Notes"))
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def words(text: str) -> str:
    """Letters alone: lines break where they like, and capitals are a matter of looks."""
    return "".join(c for c in text.casefold() if c.isalnum() and c.isascii())


def test_every_paragraph_and_note_is_in_it_in_order(composed: ComposedMemo) -> None:
    body = [b for b in composed.blocks[: composed.body_length] if isinstance(b, Paragraph)]
    whole = words("".join(pages(composed)))
    at = 0
    for block in body[1:]:
        start = words(block.text)[:40]
        found = whole.find(start, at)
        assert found >= 0, block.text
        at = found
    for note in composed.footnotes:
        assert words(note.runs[0].text)[:20] in whole


def test_each_page_has_the_mark_twice_and_its_number(composed: ComposedMemo) -> None:
    found = pages(composed)
    assert len(found) > 2
    for number, text in enumerate(found, 1):
        assert text.count("OFFICIAL") >= 2
        assert f"Page {number} of {len(found)}" in text


def test_annexes_begin_on_a_page_of_their_own(composed: ComposedMemo) -> None:
    annex = composed.blocks[composed.body_length]
    assert isinstance(annex, Paragraph)
    start = next(text for text in pages(composed) if annex.text in text)
    assert start.index(annex.text) < 40
