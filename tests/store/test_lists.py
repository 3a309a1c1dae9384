"""Variants of names, and saved filters."""

from __future__ import annotations


def test_variants_of_a_name_are_found_from_each_of_them(store):
    store.aliases.set("Soleimani", ["Suleimani", "سلیمانی", " Suleimani ", ""])
    assert store.aliases.all() == {"Soleimani": ["Suleimani", "سلیمانی"]}
    assert store.aliases.of("suleimani") == ["suleimani", "Soleimani", "سلیمانی"]
    assert store.aliases.of("Stoltenberg") == ["Stoltenberg"]


def test_setting_variants_is_one_step_and_nothing_new_is_none(store):
    store.aliases.set("Soleimani", ["Suleimani"])
    store.aliases.set("Soleimani", ["Sulaimani"])
    steps = store.steps()
    store.aliases.set("Soleimani", ["Sulaimani"])
    assert store.steps() == steps
    store.undo()
    assert store.aliases.all() == {"Soleimani": ["Suleimani"]}


def test_no_variants_remove_the_name(store):
    store.aliases.set("Soleimani", ["Suleimani"])
    store.aliases.set("Soleimani", [])
    assert store.aliases.all() == {}


def test_filters_are_kept_by_title(store):
    store.saved_filters.add("Agencies", "outlet:Reuters")
    later = store.saved_filters.add("Agencies", "outlet:AFP")
    (kept,) = store.saved_filters.all()
    assert (kept.title, kept.wanted, kept.id) == ("Agencies", "outlet:AFP", later)
    store.saved_filters.remove(later)
    assert store.saved_filters.all() == []
    store.undo()
    assert [kept.title for kept in store.saved_filters.all()] == ["Agencies"]
