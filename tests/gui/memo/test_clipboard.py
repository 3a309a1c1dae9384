"""A card goes to Word as a formatted quote with its citation."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from briefing_app.domain.outline import Kind
from briefing_app.gui.memo.clipboard import as_mime, copy_entries
from briefing_app.gui.session import Session
from briefing_app.memo import check_quotes
from briefing_app.store import Store


@pytest.fixture
def on_sample(qapp, sample: Path) -> Session:
    """A session on the sample."""
    session = Session()
    session.open(Store.open(sample))
    yield session
    session.close()


def first(session: Session, kind: Kind):
    cards = session.store.entries.cards(session.memo_id)
    return next(card.entry for card in cards if card.entry.kind is kind)


def test_a_quote_is_copied_with_speaker_outlet_and_citation(on_sample: Session, notices) -> None:
    quote = first(on_sample, Kind.QUOTE)
    copy_entries(on_sample, [quote.id])
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\n")
    assert lines[0].strip("“”.") == quote.text.strip("“”,")
    assert lines[1].startswith("— Dylan White, NATO spokesman, Meridian Wire")
    assert "Meridian Wire" in lines[2] and "para" in lines[2]
    html = mime.html()
    assert "margin-left" in html or "margin:6pt 0 0 30pt" in html
    assert "Meridian Wire" in html


def test_each_of_several_cites_in_full(on_sample: Session) -> None:
    cards = on_sample.store.entries.cards(on_sample.memo_id)
    quotes = [c.entry for c in cards if c.entry.kind is Kind.QUOTE and c.publisher]
    same = [q for q in quotes if "Capitol" in as_mime(on_sample.store.snapshot(), [q]).text()][:2]
    text = as_mime(on_sample.store.snapshot(), same).text()
    assert text.count("Capitol Dispatch") >= 4
    assert text.index(same[0].text[1:20]) < text.index(same[1].text[1:20])


def test_words_that_look_like_markup_stay_words(on_sample: Session) -> None:
    section = on_sample.sections()[0].section.id
    id = on_sample.store.entries.add(section, Kind.TEXT, "a < b & <b>c</b>")
    copy_entries(on_sample, [id])
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "a < b & <b>c</b>"
    assert "&lt;b&gt;c" in mime.html()


def test_a_quote_that_was_altered_says_so_wherever_it_is_pasted(on_sample: Session) -> None:
    quote = first(on_sample, Kind.QUOTE)
    on_sample.store.entries.update(quote.id, text="“Never said by anybody at all.”")
    assert check_quotes(on_sample.store.snapshot())
    copy_entries(on_sample, [quote.id])
    assert "[not verbatim]" in QGuiApplication.clipboard().text()


def test_what_is_gone_leaves_the_clipboard_alone(on_sample: Session) -> None:
    QGuiApplication.clipboard().setText("before")
    copy_entries(on_sample, ["gone"])
    assert QGuiApplication.clipboard().text() == "before"
