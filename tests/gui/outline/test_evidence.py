from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from briefing_app.domain.excerpt import Excerpt
from briefing_app.gui.outline.drafts import Source
from briefing_app.gui.outline.evidence import EvidenceList

SOURCES = tuple(
    Source(str(n), Excerpt("article", 0, 9, f"Passage {n}"), f"Wire {n}", "", is_against=n == 2)
    for n in range(3)
)


@pytest.fixture
def evidence(theme, qtbot) -> EvidenceList:
    """A list of three sources, the last of which speaks against."""
    shown = EvidenceList(theme)
    qtbot.addWidget(shown)
    shown.show_sources(SOURCES)
    shown.show()
    return shown


def words(evidence: EvidenceList) -> list[str]:
    return [label.text() for label in evidence.widget().findChildren(QLabel)]


def test_every_source_shows_its_passage_and_where_it_is_from(evidence):
    shown = words(evidence)
    assert [text for text in shown if text.startswith("Passage")] == [
        "Passage 0",
        "Passage 1",
        "Passage 2",
    ]
    assert "Wire 1" in shown and shown.count("Speaks against it") == 1


def test_removing_only_marks_and_can_be_taken_back(evidence, qtbot):
    with qtbot.waitSignal(evidence.marked):
        evidence.buttons("Remove this source")[1].click()
    assert evidence.removed == {"1"}
    assert [source.evidence_id for source in evidence.kept] == ["0", "2"]
    assert "Will be removed: Wire 1" in words(evidence)
    evidence.buttons("Keep this source")[0].click()
    assert evidence.kept == SOURCES


def test_a_source_changes_sides_and_back(evidence, qtbot):
    with qtbot.waitSignal(evidence.marked):
        evidence.buttons("It speaks against it")[0].click()
    assert evidence.turned == {"0"}
    assert [source.is_against for source in evidence.kept] == [True, False, True]
    assert words(evidence).count("Speaks against it") == 2
    evidence.buttons("It supports the entry")[0].click()
    assert evidence.turned == frozenset() and evidence.kept == SOURCES


def test_other_sources_begin_without_marks(evidence):
    evidence.buttons("Remove this source")[0].click()
    evidence.buttons("It speaks against it")[0].click()
    evidence.show_sources(SOURCES[:1])
    assert evidence.removed == evidence.turned == frozenset()
    evidence.show_sources(())
    assert not evidence.isVisible() and evidence.room(300) == 0


def test_many_sources_scroll_instead_of_growing(evidence, theme):
    evidence.show_sources(SOURCES * 20)
    assert evidence.room(300) == theme.px(170)
