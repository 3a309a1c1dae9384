from __future__ import annotations

from briefing_app.domain.outline import Stance
from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.gui.outline.tying import add_passage, combine
from briefing_app.store import Store
from tests.gui.outline.filled import BODY, LEDGER, WIRE, contradict, entry

SUPPORTING, CONTRADICTING = Stance.SUPPORTING, Stance.CONTRADICTING


def stances(store: Store, entry_id: str) -> list[Stance]:
    return [tie.stance for tie in store.entries.evidence(entry_id)]


def test_an_entry_takes_over_the_passages_of_others_which_go(pane, session):
    store = session.store
    port, crane, hurt = (entry(pane.tree, start).id for start in ("The port", "A crane", "nobody"))
    passages = [store.entries.evidence(id)[0].excerpt_id for id in (port, crane, hurt)]
    with store.change("Combine"):
        assert combine(store, port, [crane, hurt], SUPPORTING) == 2
    assert [tie.excerpt_id for tie in store.entries.evidence(port)] == passages
    assert stances(store, port) == [SUPPORTING] * 3
    assert pane.tree.find(crane) is None and pane.tree.find(hurt) is None
    assert store.undo() == "Combine"
    assert len(store.entries.evidence(crane)) == 1


def test_what_supports_an_entry_that_speaks_against_this_one_speaks_against_it_too(pane, session):
    store = session.store
    port, crane = entry(pane.tree, "The port").id, entry(pane.tree, "A crane").id
    contradict(store, crane)
    combine(store, port, [crane], CONTRADICTING)
    assert stances(store, port) == [SUPPORTING, CONTRADICTING, SUPPORTING]


def test_entries_that_are_kept_share_their_passages(pane, session):
    store = session.store
    port, crane = entry(pane.tree, "The port").id, entry(pane.tree, "A crane").id
    assert combine(store, port, [crane, port], SUPPORTING, keeps=True) == 1
    assert combine(store, port, [crane], SUPPORTING, keeps=True) == 0
    assert store.entries.evidence(crane)[0].excerpt_id == store.entries.evidence(port)[1].excerpt_id


def test_a_passage_becomes_evidence_once(pane, session):
    store, port = session.store, entry(pane.tree, "The port").id
    passage = DraggedPassage(WIRE.id, 0, 20)
    assert add_passage(store, port, passage, CONTRADICTING) == 1
    assert add_passage(store, port, passage, SUPPORTING) == 0
    assert stances(store, port) == [SUPPORTING, CONTRADICTING]


def test_a_quotation_brings_its_speaker_along(pane, session):
    store, port = session.store, entry(pane.tree, "The port").id
    end = BODY.index(" Anna")
    add_passage(store, port, DraggedPassage(LEDGER.id, 0, end), SUPPORTING)
    added = store.excerpts.get(store.entries.evidence(port)[1].excerpt_id)
    assert (added.exact, added.speaker) == (BODY[:end], "Anna Kovac")
