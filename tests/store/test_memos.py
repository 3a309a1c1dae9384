"""Memos: header fields, bottom line, form."""

from __future__ import annotations

import pytest


def test_a_new_briefing_has_one_memo_of_its_name(store):
    [memo] = store.memos.all()
    assert (memo.title, memo.form, memo.fields, memo.bottom_line) == (
        "Test briefing", "information", {}, "",
    )  # fmt: skip


def test_memos_are_added_after_the_first(store):
    id = store.memos.add("Second", form="action", fields={"to": "A"}, bottom_line="Act.")
    memo = store.memos.all()[1]
    assert memo == store.memos.get(id)
    assert (memo.title, memo.form, memo.fields, memo.bottom_line) == (
        "Second", "action", {"to": "A"}, "Act.",
    )  # fmt: skip
    store.undo()
    assert len(store.memos.all()) == 1


def test_only_what_is_given_changes(store):
    id = store.memos.all()[0].id
    store.memos.update(id, fields={"to": "Director", "subject": "“Ω”"})
    store.memos.update(id, bottom_line="Calm.")
    memo = store.memos.get(id)
    assert memo.fields == {"to": "Director", "subject": "“Ω”"}
    assert (memo.title, memo.bottom_line) == ("Test briefing", "Calm.")


def test_an_update_that_changes_nothing_is_no_step(store):
    memo = store.memos.all()[0]
    store.memos.update(memo.id, title=memo.title, fields={}, bottom_line="")
    assert store.steps() == []


def test_typing_in_one_field_is_one_step(store):
    id = store.memos.all()[0].id
    for text in ("C", "Ca", "Calm"):
        store.memos.update(id, bottom_line=text, group="bottom line")
    assert store.steps() == ["Edit memo"]
    store.undo()
    assert store.memos.get(id).bottom_line == ""
    store.redo()
    assert store.memos.get(id).bottom_line == "Calm"


def test_a_missing_memo_is_a_key_error(store):
    with pytest.raises(KeyError):
        store.memos.get("nothing")
    with pytest.raises(KeyError):
        store.memos.update("nothing", title="x")
