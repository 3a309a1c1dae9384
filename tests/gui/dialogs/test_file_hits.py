"""What a search has found is filed at one go, and undone at one go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.file_hits import FileHits
from briefing_app.gui.library import hit_sentences
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

TEXTS = (
    "The fleet left port at dawn. Nobody spoke. Another fleet stayed.",
    "“The fleet is ready,” Admiral Jane Doe said. The fleet, the fleet!",
)


@pytest.fixture
def fleet(session: Session) -> list[str]:
    return [
        session.store.articles.add(
            Original(f"{n}", "text/plain", text.encode()),
            [Article(f"Fleet {n}", text, publisher="Reuters", published="2020-01-06")],
        )[0]
        for n, text in enumerate(TEXTS)
    ]


@pytest.fixture
def dialog(session: Session, theme: Theme, fleet: list[str], qtbot) -> FileHits:
    hits = hit_sentences.sentences(session.store, session.store.query("fleet"), fleet)
    dialog = FileHits(session, hits)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_sentence_is_offered_once(dialog: FileHits) -> None:
    assert [hit.text for hit in dialog.chosen()] == [
        "The fleet left port at dawn.",
        "Another fleet stayed.",
        "“The fleet is ready,” Admiral Jane Doe said.",
        "The fleet, the fleet!",
    ]
    assert dialog.list.item(0).text().endswith("Reuters  ·  6 Jan 2020")
    assert dialog.file_button.text() == "File 4 facts"


def test_ticked_ones_are_filed_in_one_step_and_undone_in_one(
    dialog: FileHits, session: Session, fleet: list[str]
) -> None:
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.section.setCurrentIndex(2)
    QTest.mouseClick(dialog.file_button, Qt.MouseButton.LeftButton)
    section = session.sections()[2].section.id
    entries = session.store.entries.of_section(section)
    assert [(entry.kind, entry.text) for entry in entries] == [
        (Kind.FACT, "The fleet left port at dawn."),
        (Kind.FACT, "“The fleet is ready,” Admiral Jane Doe said."),
        (Kind.FACT, "The fleet, the fleet!"),
    ]
    assert session.store.undo_label == "File 3 facts"
    assert session.target_id == section
    session.undo()
    assert session.store.entries.of_section(section) == []
    assert session.store.excerpts.of_article(fleet[0]) == []


def test_each_can_be_filed_as_it_reads_with_its_speaker(dialog: FileHits, session: Session) -> None:
    dialog.kind.setCurrentIndex(2)
    assert dialog.file_button.text() == "File 4 sentences"
    dialog.accept()
    cards = session.store.entries.cards(session.memo_id)
    assert [card.entry.kind for card in cards] == [Kind.FACT, Kind.FACT, Kind.QUOTE, Kind.FACT]
    assert cards[2].speaker == "Jane Doe"


def test_what_is_filed_already_is_not_ticked(
    session: Session, fleet: list[str], theme: Theme, qtbot
) -> None:
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.FACT, fleet[0], 0, len("The fleet left port at dawn."))
    hits = hit_sentences.sentences(session.store, session.store.query("fleet"), fleet)
    dialog = FileHits(session, hits)
    qtbot.addWidget(dialog)
    assert len(dialog.chosen()) == 3 and not dialog.every.isChecked()
    assert "filed already" in dialog.list.item(0).text()


def test_none_ticked_files_nothing(dialog: FileHits) -> None:
    dialog.every.click()
    assert dialog.chosen() == [] and not dialog.file_button.isEnabled()
    dialog.every.click()
    assert len(dialog.chosen()) == 4


def test_only_so_many_are_offered(
    session: Session, fleet: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hit_sentences, "MOST", 3)
    assert len(hit_sentences.sentences(session.store, session.store.query("fleet"), fleet)) == 3
