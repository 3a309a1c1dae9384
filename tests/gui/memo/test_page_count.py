"""LibreOffice counts the pages of the body while nobody works on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.gui.memo import page_count
from briefing_app.gui.memo.composing import Composed, compose
from briefing_app.gui.memo.page_count import PageCount, body_of
from briefing_app.memo import docx_writer, libreoffice
from briefing_app.store import Store

needs_libreoffice = pytest.mark.skipif(not libreoffice.program(), reason="needs LibreOffice")


@pytest.fixture
def composed(sample: Path) -> Composed:
    """The sample's memo."""
    with Store.open(sample, read_only=True) as store:
        return compose(store.snapshot())


def test_the_body_has_its_notes_and_no_annex(composed: Composed) -> None:
    body = body_of(composed.memo)
    assert len(body.blocks) == composed.memo.body_length < len(composed.memo.blocks)
    numbers = [note.number for note in body.footnotes]
    assert numbers == list(range(1, len(numbers) + 1))
    assert docx_writer.to_bytes(body, composed.form)


@needs_libreoffice
def test_pages_are_counted_after_a_while(qtbot, composed: Composed, monkeypatch) -> None:
    monkeypatch.setattr(page_count, "IDLE_MS", 0)
    counter = PageCount()
    with qtbot.waitSignal(counter.counted, timeout=60_000) as heard:
        counter.count(composed)
    assert heard.args[0] is composed
    pdf = libreoffice.to_pdf(docx_writer.to_bytes(body_of(composed.memo), composed.form))
    assert heard.args[1] == len(re.findall(rb"/Type\s*/Page(?!\w)", pdf)) >= 1


def test_nothing_is_counted_where_libreoffice_is_missing(
    qtbot, composed: Composed, monkeypatch
) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: "")
    counter = PageCount()
    counter.count(composed)
    assert not counter.is_waiting


def test_a_change_takes_the_order_back(qtbot, composed: Composed, monkeypatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: "soffice")
    counter = PageCount()
    counter.count(composed)
    assert counter.is_waiting
    counter.cancel()
    assert not counter.is_waiting
