from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.carried import Carried, Landing, packed
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.session import Session
from briefing_app.store import Store
from tests.gui.outline.filled import LEDGER, contradict, entry, file_passage, shape, titled

SHAPE = [
    "1 Background",
    "- “We will not be hurried,”",
    "- The port handled 2.1 million containers last year.",
    "- In short, it is open.",
    "2 Position",
    "- A crane fell into the basin on Monday",
    "  2.1 Law",
    "  - nobody was hurt",
    "3 Outlook",
]


@pytest.fixture
def tree(session: Session) -> OutlineTree:
    """A tree that follows the session, under the eyes of Qt's own tester."""
    tree = OutlineTree(session)
    tree.load()
    session.changed.connect(tree.follow)
    tree.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        tree, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return tree


def fresh(session: Session) -> list[tuple[str, object, object]]:
    tree = OutlineTree(session)
    tree.load()
    return everything(tree)


def everything(tree: OutlineTree) -> list[tuple[str, object, object]]:
    return [(node.id, node.placed, node.card) for node in tree.nodes()]


def assert_rows(tree: OutlineTree, parent: QModelIndex = QModelIndex()) -> None:  # noqa: B008
    for row in range(tree.rowCount(parent)):
        index = tree.index(row, 0, parent)
        assert index.row() == row and index.parent() == parent
        assert tree.index_of(tree.node(index).id) == index
        assert_rows(tree, index)


def test_it_shows_the_memo_in_reading_order(tree):
    assert shape(tree) == SHAPE
    assert_rows(tree)


def test_an_entry_filed_appears_in_its_place_and_nothing_else_is_read(tree, session):
    reset, inserted = [], []
    tree.modelReset.connect(lambda: reset.append(1))
    tree.rowsInserted.connect(lambda *where: inserted.append(where))
    file_passage(session.store, titled(tree, "Outlook").id, Kind.QUOTE, "told reporters")
    assert shape(tree)[-2:] == ["3 Outlook", "- told reporters"]
    assert len(inserted) == 1 and not reset


def test_undoing_brings_back_a_deleted_section_with_all_in_it(tree, session):
    session.store.sections.remove(titled(tree, "Position").id)
    assert shape(tree) == [*SHAPE[:4], "2 Outlook"]
    session.undo()
    assert shape(tree) == SHAPE
    assert everything(tree) == fresh(session)


def test_a_persistent_index_follows_its_entry_to_another_section(tree, session):
    moved = entry(tree, "The port")
    index = QPersistentModelIndex(tree.index_of(moved.id))
    session.store.entries.move([moved.id], titled(tree, "Law").id, 0)
    assert index.isValid()
    assert tree.node(index) is moved
    assert moved.parent is titled(tree, "Law") and index.row() == 0


def test_sections_that_change_places_as_parent_and_child_stay_one_tree(tree, session):
    position, law = titled(tree, "Position"), titled(tree, "Law")
    with session.store.change("Swap"):
        session.store.sections.move(law.id, None, 0)
        session.store.sections.move(position.id, law.id)
    assert shape(tree)[:4] == ["1 Law", "- nobody was hurt", "  1.1 Position", "  " + SHAPE[5]]
    session.undo()
    assert shape(tree) == SHAPE
    assert_rows(tree)


def test_evidence_added_to_an_entry_shows_on_its_card(tree, session):
    fact = entry(tree, "The port")
    tie = contradict(session.store, fact.id)
    assert fact.card.contradicting == 1
    session.store.entries.remove_evidence(tie)
    assert fact.card.contradicting == 0
    assert everything(tree) == fresh(session)


def test_an_outlet_corrected_by_hand_shows_on_the_cards(tree, session):
    session.store.articles.update(LEDGER.id, publisher="The Ledger")
    assert entry(tree, "The port").card.publisher == "The Ledger"


def test_entries_that_lose_their_article_say_so(tree, session):
    session.store.articles.remove([LEDGER.id])
    assert entry(tree, "The port").card.excerpt_ids == ()
    session.undo()
    assert everything(tree) == fresh(session)


def test_moving_the_first_of_many_to_the_end_is_one_move(tree, session):
    section = titled(tree, "Outlook").id
    with session.store.change("Fill"):
        ids = [session.store.entries.add(section, Kind.TEXT, str(n)) for n in range(50)]
    moves = []
    tree.rowsMoved.connect(lambda *where: moves.append(where))
    session.store.entries.move(ids[:1], section, None)
    assert len(moves) == 1
    assert [node.id for node in titled(tree, "Outlook").entries] == [*ids[1:], ids[0]]


def one_step(store: Store, source: random.Random, memo_id: str) -> None:
    """Something that a user could do."""
    placed = store.sections.of_memo(memo_id)
    cards = store.entries.cards(memo_id)
    section = source.choice(placed).section.id if placed else store.sections.add(memo_id, "New")
    some = source.sample([card.entry.id for card in cards], min(len(cards), 3))
    does = source.randrange(9)
    if does == 0:
        store.sections.add(memo_id, "Added", source.choice([None, section]), source.randrange(3))
    elif does == 1 and len(placed) > 2 and source.random() < 0.4:
        store.sections.remove(section)
    elif does == 2:
        above = source.choice([None, *(each.section.id for each in placed)])
        try:
            store.sections.move(section, above, source.randrange(4))
        except ValueError:
            store.sections.rename(section, f"Title {source.random():.3f}")
    elif does == 3 and some:
        store.entries.remove(some[:2])
    elif does == 4:
        file_passage(store, section, Kind.FACT, "nobody was hurt")
    elif does == 5 and some:
        contradict(store, some[0])
    elif does == 6 and some:
        store.entries.update(some[0], text=f"Text {source.random():.3f}")
    elif some:
        store.entries.move(some, section, source.randrange(4))


@pytest.mark.parametrize("seed", range(8))
def test_after_any_history_the_tree_equals_one_read_anew(tree, session, seed):
    store, source = session.store, random.Random(seed)
    start = everything(tree)
    for number in range(30):
        if source.random() < 0.2 and store.undo_label.startswith("Step"):
            session.undo()
        elif source.random() < 0.1:
            session.redo()
        else:
            with store.change(f"Step {number}"):
                for _ in range(source.choice([1, 1, 1, 3])):
                    one_step(store, source, session.memo_id)
        assert everything(tree) == fresh(session)
    assert_rows(tree)
    while store.can_undo and store.undo_label.startswith("Step"):
        session.undo()
    assert everything(tree) == start
    assert_rows(tree)


def test_rows_are_told_to_screen_readers_in_words(tree, session):
    role = Qt.ItemDataRole.AccessibleTextRole
    quote, fact = entry(tree, "“We"), entry(tree, "The port")
    assert tree.index_of(quote.id).data(role) == (
        "Quote, Anna Kovac: “We will not be hurried,”, Harbor Ledger 6 Jan"
    )
    contradict(session.store, fact.id)
    assert tree.index_of(fact.id).data(role).endswith("Harbor Ledger 6 Jan, 1 against")
    target = tree.index_of(session.target_id).data(role)
    assert target == "Section 1 Background, 3 entries, filing goes here"


def test_entries_never_land_on_cards_or_on_the_top_level(tree, session):
    fact, section = entry(tree, "The port"), titled(tree, "Position")
    data = packed(Carried(str(session.store.path), (fact.id,), False))
    move = Qt.DropAction.MoveAction
    assert not tree.canDropMimeData(data, move, 0, 0, QModelIndex())
    assert not tree.canDropMimeData(data, move, -1, 0, tree.index_of(entry(tree, "A crane").id))
    assert tree.canDropMimeData(data, move, -1, 0, tree.index_of(section.id))
    assert tree.landing(data, 9, tree.index_of(section.id)) == Landing(section.id, 1)


def test_a_section_never_lands_in_itself(tree, session):
    position, law = titled(tree, "Position"), titled(tree, "Law")
    data = packed(Carried(str(session.store.path), (position.id,), True))
    assert tree.landing(data, -1, tree.index_of(position.id)) is None
    assert tree.landing(data, -1, tree.index_of(law.id)) is None
    assert tree.landing(data, 0, QModelIndex()) == Landing("", 0)


def test_what_another_briefing_carries_is_refused(tree, session):
    section = tree.index_of(titled(tree, "Position").id)
    data = packed(Carried("other.briefing", (entry(tree, "The port").id,), False))
    assert tree.landing(data, -1, section) is None


def test_a_drop_only_asks_and_takes_nothing_away(tree, session):
    asked = []
    tree.dropped.connect(lambda *what: asked.append(what))
    fact, section = entry(tree, "The port"), titled(tree, "Position")
    data = tree.mimeData([tree.index_of(fact.id)])
    index = tree.index_of(section.id)
    assert tree.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, index) is False
    path = str(session.store.path)
    assert asked == [(Carried(path, (fact.id,), False), Landing(section.id, 0))]
    assert shape(tree) == SHAPE


def test_nothing_can_be_dragged_or_renamed_in_a_briefing_that_is_read_only(session):
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    tree = OutlineTree(session)
    tree.load()
    changing = (
        Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
    )
    assert shape(tree) == SHAPE
    assert not any(tree.index_of(node.id).flags() & changing for node in tree.nodes())
