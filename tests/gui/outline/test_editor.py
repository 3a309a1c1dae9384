from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.editor import EntryEditor
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.outline.pieces import Part
from tests.gui.outline.filled import (
    LEDGER,
    WIRE,
    contradict,
    entry,
    file_passage,
    shape,
    titled,
)
from tests.gui.outline.hands import click, double_click, key, press_button

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def edit(pane: OutlinePane, start: str) -> EntryEditor:
    """Open the editor on an entry."""
    click(pane, entry(pane.tree, start))
    key(pane, Key.Key_Return)
    assert pane.editor.isVisible()
    return pane.editor


def write(editor: EntryEditor, text: str) -> None:
    """Replace the text, as by pasting it."""
    editor.text.selectAll()
    editor.text.insertPlainText(text)


def save(editor: EntryEditor) -> None:
    QTest.keyClick(editor.text, Key.Key_Return, CTRL)
    assert not editor.isVisible()


def removing(editor: EntryEditor) -> list[QToolButton]:
    return editor.evidence.buttons("Remove this source")


def of(pane: OutlinePane, node: Node) -> object:
    return pane._session.store.entries.get(node.id)


def test_ctrl_enter_saves_everything_in_one_step(pane, session):
    node = entry(pane.tree, "“We")
    before, steps = node.card, session.store.steps()
    editor = edit(pane, "“We")
    write(editor, "“We will not [...] be hurried,”")
    editor.speaker.setText("A. Kovac")
    editor.credibility.setCurrentIndex(2)
    editor.note.setPlainText("check the tape")
    save(editor)
    saved, excerpt = of(pane, node), session.store.excerpts.get(before.excerpt_ids[0])
    assert (saved.text, saved.note) == ("“We will not [...] be hurried,”", "check the tape")
    assert (excerpt.speaker, excerpt.credibility) == ("A. Kovac", "2")
    assert session.store.steps() == [*steps, "Edit entry"]
    assert pane.view.hasFocus()
    session.undo()
    assert node.card == before


def test_esc_leaves_the_entry_as_it_was(pane, session):
    steps = session.store.steps()
    editor = edit(pane, "The port")
    write(editor, "Something else")
    QTest.keyClick(editor.text, Key.Key_Escape)
    assert not editor.isVisible()
    assert session.store.steps() == steps
    assert pane.view.hasFocus()


@pytest.mark.parametrize("way", ["double click", "F2", "button"])
def test_the_editor_opens_by_mouse_and_keys(pane, way):
    node = entry(pane.tree, "The port")
    if way == "double click":
        double_click(pane, node)
    elif way == "button":
        press_button(pane, node, Part.EDIT)
    else:
        click(pane, node)
        key(pane, Key.Key_F2)
    assert pane.editor.entry_id == node.id
    assert pane.editor.text.hasFocus()


def test_a_click_elsewhere_saves(pane):
    node = entry(pane.tree, "The port")
    editor = edit(pane, "The port")
    write(editor, "The port is large.")
    QTest.mouseClick(pane.parentWidget(), LEFT, pos=QPoint(20, 880))
    assert not editor.isVisible()
    assert of(pane, node).text == "The port is large."


def test_a_click_on_another_card_saves_and_selects_that_card(pane):
    editor = edit(pane, "“We")
    editor.note.setPlainText("noted")
    click(pane, entry(pane.tree, "nobody"))
    assert not editor.isVisible()
    assert entry(pane.tree, "“We").card.entry.note == "noted"
    assert pane.current_entry_id() == entry(pane.tree, "nobody").id


def test_leaving_by_tab_saves(pane):
    editor = edit(pane, "In short")
    write(editor, "In short, it is shut.")
    for _ in range(12):
        focused = QApplication.focusWidget()
        if not editor.isVisible() or focused is None:
            break
        QTest.keyClick(focused, Key.Key_Tab)
    assert not editor.isVisible()
    assert "- In short, it is shut." in shape(pane.tree)


def test_nothing_changed_is_no_step(pane, session):
    steps = session.store.steps()
    save(edit(pane, "The port"))
    assert session.store.steps() == steps


def test_an_emptied_text_is_not_saved(pane):
    node = entry(pane.tree, "The port")
    editor = edit(pane, "The port")
    write(editor, "  ")
    editor.note.setPlainText("keep it")
    save(editor)
    assert of(pane, node).text.startswith("The port")
    assert of(pane, node).note == "keep it"


def test_the_verdict_follows_the_words_of_a_quote(pane):
    editor = edit(pane, "“We")
    assert editor.verdict.text() == "Matches the article"
    write(editor, "“We will never be hurried,”")
    assert editor.verdict.text() == "Differs: only [...] and [insertions] are allowed"
    assert "never" in editor.verdict.toolTip()
    write(editor, "“We [the port] will [...] be hurried,”")
    assert editor.verdict.text() == "Matches the article"
    QTest.mouseClick(editor.kinds.button(Kind.FACT), LEFT)
    assert not editor.verdict.isVisible()


def test_a_quote_that_loses_its_source_is_told_so(pane, session):
    node = entry(pane.tree, "“We")
    editor = edit(pane, "“We")
    QTest.mouseClick(removing(editor)[0], LEFT)
    assert editor.verdict.text() == "No article bears this quote out"
    assert session.store.entries.evidence(node.id)
    save(editor)
    assert not session.store.entries.evidence(node.id)
    session.undo()
    assert len(session.store.entries.evidence(node.id)) == 1


def test_a_source_marked_by_mistake_is_kept(pane, session):
    node = entry(pane.tree, "The port")
    contradict(session.store, node.id)
    editor = edit(pane, "The port")
    QTest.mouseClick(removing(editor)[1], LEFT)
    QTest.mouseClick(editor.evidence.buttons("Keep this source")[0], LEFT)
    assert editor.evidence.removed == frozenset()
    QTest.mouseClick(removing(editor)[1], LEFT)
    save(editor)
    assert [tie.stance.value for tie in session.store.entries.evidence(node.id)] == ["supporting"]


def test_the_kind_can_be_changed(pane):
    node = entry(pane.tree, "The port")
    editor = edit(pane, "The port")
    QTest.mouseClick(editor.kinds.button(Kind.QUOTE), LEFT)
    save(editor)
    assert of(pane, node).kind == Kind.QUOTE


def test_own_text_has_neither_speaker_nor_credibility(pane):
    editor = edit(pane, "In short")
    assert not editor.speaker.isVisible() and not editor.credibility.isVisible()
    assert not editor.evidence.isVisible()
    assert editor.note.toPlainText() == "ask the desk"


def test_speakers_are_completed_from_those_known(pane):
    editor = edit(pane, "The port")
    assert editor.speaker.completer().model().stringList() == ["Anna Kovac"]


def test_t_writes_a_text_after_the_present_entry(pane, session):
    click(pane, entry(pane.tree, "“We"))
    key(pane, Key.Key_T)
    QTest.keyClicks(pane.editor.text, "A word between.")
    save(pane.editor)
    assert shape(pane.tree)[1:3] == ["- “We will not be hurried,”", "- A word between."]
    assert session.store.undo_label == "Add text"
    assert pane.current_entry_id() == entry(pane.tree, "A word").id
    session.undo()
    assert "- A word between." not in shape(pane.tree)


def test_a_text_written_on_a_section_comes_first_in_it(pane):
    click(pane, titled(pane.tree, "Background"))
    pane.add_text()
    QTest.keyClicks(pane.editor.text, "To begin with.")
    save(pane.editor)
    assert shape(pane.tree)[1] == "- To begin with."


def test_a_text_given_up_or_left_empty_is_not_added(pane, session):
    steps = session.store.steps()
    click(pane, titled(pane.tree, "Outlook"))
    for pressed, modifiers in ((Key.Key_Escape, Qt.KeyboardModifier(0)), (Key.Key_Return, CTRL)):
        pane.add_text()
        QTest.keyClick(pane.editor.text, pressed, modifiers)
    assert session.store.steps() == steps
    assert not pane.editor.isVisible()


def test_the_editor_closes_when_its_entry_is_gone(pane, session):
    node = entry(pane.tree, "The port")
    editor = edit(pane, "The port")
    session.store.entries.remove([node.id])
    assert not editor.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("start", ["“We", "nobody"])
def test_the_editor_stays_within_its_host_and_clips_no_field(pane, theme, session, scale, start):
    theme.set(scale=scale)
    pane.parentWidget().resize(900, 680)
    pane.resize(380, 680)
    for passage in ("told reporters", "in the harbour"):
        file_passage(session.store, titled(pane.tree, "Law").id, Kind.FACT, passage)
    contradict(session.store, entry(pane.tree, start).id)
    editor = edit(pane, start)
    QApplication.processEvents()
    assert pane.parentWidget().rect().contains(editor.geometry())
    for field in (editor.kinds, editor.speaker, editor.credibility):
        assert field.height() >= field.minimumSizeHint().height()
    for area, lines in ((editor.text, 3), (editor.note, 2)):
        assert area.viewport().height() >= lines * area.fontMetrics().lineSpacing()
    fields = (editor.kinds, editor.text, editor.speaker, editor.credibility, editor.note)
    tops = [field.mapTo(editor, QPoint(0, 0)).y() for field in fields]
    assert tops == sorted(tops)
    assert tops[-1] + editor.note.height() <= editor.height()


def test_more_holds_what_is_seldom_said_and_tells_in_a_word_what_it_holds(pane, session):
    editor = edit(pane, "“We")
    assert not editor.more.isVisible() and editor.more_button.text() == "More"
    QTest.mouseClick(editor.more_button, LEFT)
    assert editor.more.isVisible()
    editor.more.event_time.show_moment("2020-01-03T00:47+03:00")
    editor.more.translation.setPlainText("Wir lassen uns nicht drängen")
    QTest.mouseClick(editor.more_button, LEFT)
    assert editor.more_button.text() == "More: 3 Jan 2020, translated"


def test_everything_about_an_entry_is_saved_in_one_step(pane, session):
    node, store = entry(pane.tree, "“We"), session.store
    before, steps = node.card, store.steps()
    editor, more = edit(pane, "“We"), pane.editor.more
    editor.role.setText("harbour master")
    more.event_time.show_moment("2020-01-03T00:47+03:00")
    more.translation.setPlainText("„Wir lassen uns nicht drängen“")
    more.translator.setText("the desk")
    more.reliability.setCurrentIndex(more.reliability.findData("B"))
    more.origin.setText("The press conference")
    more.relays.setText("AFP")
    save(editor)
    saved, excerpt = of(pane, node), store.excerpts.get(before.excerpt_ids[0])
    article = store.articles.get(excerpt.article_id)
    assert (saved.translation, saved.translator) == ("„Wir lassen uns nicht drängen“", "the desk")
    assert (excerpt.speaker_role, excerpt.event_time) == (
        "harbour master",
        "2020-01-03T00:47+03:00",
    )
    assert (article.reliability, article.origin, article.relays) == (
        "B", "The press conference", "AFP",
    )  # fmt: skip
    assert store.steps() == [*steps, "Edit entry"]
    session.undo()
    assert node.card == before
    assert store.articles.get(article.id).origin == ""


def test_a_moment_that_is_none_is_asked_for_again_and_left_as_it_was_on_a_click_away(pane, session):
    editor = edit(pane, "“We")
    QTest.mouseClick(editor.more_button, LEFT)
    editor.more.event_time.day.line.setText("someday")
    editor.note.setPlainText("check")
    QTest.keyClick(editor.text, Key.Key_Return, CTRL)
    assert editor.isVisible() and editor.more.event_time.day.line.hasFocus()
    QTest.mouseClick(pane.parentWidget(), LEFT, pos=QPoint(20, 880))
    node = entry(pane.tree, "“We")
    assert node.card.entry.note == "check"
    assert session.store.excerpts.get(node.card.excerpt_ids[0]).event_time == ""


def test_a_confirmation_is_questioned_while_all_evidence_has_one_origin(pane, session):
    port = entry(pane.tree, "The port")
    editor = edit(pane, "The port")
    assert not editor.doubt.isVisible()
    editor.credibility.setCurrentIndex(1)
    assert editor.doubt.isVisible()
    editor.give_up()
    excerpt_id = session.store.excerpts.add(WIRE.id, 0, 20)
    session.store.entries.add_evidence(port.id, excerpt_id)
    session.store.articles.update(WIRE.id, origin="The press conference")
    editor = edit(pane, "The port")
    editor.credibility.setCurrentIndex(1)
    assert not editor.doubt.isVisible()
    editor.more.origin.setText("the press conference")
    assert editor.doubt.isVisible()
    editor.more.origin.setText("")
    assert not editor.doubt.isVisible()


def test_a_known_speaker_brings_the_latest_role_along(pane, session):
    [excerpt_id] = entry(pane.tree, "“We").card.excerpt_ids
    session.store.excerpts.update(excerpt_id, speaker_role="harbour master")
    editor = edit(pane, "The port")
    editor.speaker.setText("Anna Kovac")
    editor.speaker.editingFinished.emit()
    assert editor.role.text() == "harbour master"
    editor.role.clear()
    editor.role.setModified(True)
    editor.speaker.editingFinished.emit()
    assert editor.role.text() == ""


def test_evidence_changes_sides_when_the_entry_is_saved(pane, session):
    node = entry(pane.tree, "The port")
    editor = edit(pane, "The port")
    QTest.mouseClick(editor.evidence.buttons("It speaks against it")[0], LEFT)
    assert node.card.contradicting == 0
    save(editor)
    assert (node.card.sources, node.card.contradicting) == (0, 1)
    session.undo()
    assert node.card.contradicting == 0


def test_marks_are_offered_only_in_a_memo_that_is_marked(pane, session):
    editor = edit(pane, "The port")
    QTest.mouseClick(editor.more_button, LEFT)
    assert not editor.more.marking.isVisible()
    editor.give_up()
    session.store.memos.update(session.memo_id, options={"scheme": "nato"})
    editor = edit(pane, "The port")
    QTest.mouseClick(editor.more_button, LEFT)
    marks = editor.more.marking
    assert marks.isVisible()
    assert marks.itemText(1) == "(NU)  NATO UNCLASSIFIED"
    marks.setCurrentIndex(2)
    save(editor)
    assert entry(pane.tree, "The port").card.entry.marking == "NR"


def test_a_mark_of_another_scheme_is_not_lost_by_editing(pane, session):
    node = entry(pane.tree, "The port")
    session.store.entries.update(node.id, marking="AMBER")
    session.store.memos.update(session.memo_id, options={"scheme": "nato"})
    editor = edit(pane, "The port")
    assert editor.more.marking.currentText() == "AMBER"
    editor.note.setPlainText("noted")
    save(editor)
    assert node.card.entry.marking == "AMBER"


def test_fields_are_completed_from_what_the_briefing_knows(pane, session):
    session.store.articles.update(LEDGER.id, origin="The press conference", relays="AFP")
    session.store.entries.update(entry(pane.tree, "In short").id, translator="the desk")
    more = edit(pane, "nobody").more
    for field, known in (
        (more.origin, ["The press conference"]),
        (more.relays, ["AFP", "Harbor Ledger"]),
        (more.translator, ["the desk"]),
    ):
        assert field.completer().model().stringList() == known
