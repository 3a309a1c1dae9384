from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.outline.filled import LEDGER, contradict, entry


def test_a_quote_in_other_words_differs_until_it_is_put_right(pane, session):
    node = entry(pane.tree, "“We")
    assert pane.tree.differences.of(node) == ""
    session.store.entries.update(node.id, text="“We will never be hurried,”")
    assert "never" in pane.tree.differences.of(node)
    session.undo()
    assert pane.tree.differences.of(node) == ""


def test_facts_and_own_text_may_have_any_words(pane, session):
    for start in ("The port", "In short"):
        node = entry(pane.tree, start)
        session.store.entries.update(node.id, text="Something else")
        assert pane.tree.differences.of(node) == ""


def test_what_speaks_against_a_quote_need_not_say_it(pane, session):
    node = entry(pane.tree, "“We")
    contradict(session.store, node.id)
    assert pane.tree.differences.of(node) == ""


def test_a_corrected_article_is_looked_at_again(pane, session):
    node = entry(pane.tree, "“We")
    assert pane.tree.differences.of(node) == ""
    [excerpt_id] = node.card.excerpt_ids
    excerpt = session.store.excerpts.get(excerpt_id)
    session.store.entries.update(node.id, text="“We will not ever be hurried,”")
    assert pane.tree.differences.of(node) != ""
    at = excerpt.start + len("“We will not")
    session.store.articles.correct(LEDGER.id, at, at, " ever")
    assert pane.tree.differences.of(node) == ""


def test_a_card_that_differs_says_so_to_the_eye_and_the_ear(pane, session):
    node = entry(pane.tree, "“We")
    session.store.entries.update(node.id, text="“We will never be hurried,”")
    heard = pane.tree.index_of(node.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith("Harbor Ledger 6 Jan, Differs")
