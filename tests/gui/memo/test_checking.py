"""What is worth a second look, in groups."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Kind, arrange
from briefing_app.gui.memo.checking import (
    NOT_VERBATIM,
    UNMARKED,
    WORDS,
    count,
    in_order,
    inspect,
)
from briefing_app.memo import marking
from briefing_app.memo.tradecraft import Flaw, findings
from briefing_app.store import Store


@pytest.fixture
def briefing(qapp, sample: Path) -> Briefing:
    """The sample's memo."""
    with Store.open(sample, read_only=True) as store:
        return store.snapshot()


def altered(briefing: Briefing, **more: object) -> Briefing:
    """The briefing with a quote that nobody said."""
    entries = list(briefing.entries)
    at = next(n for n, entry in enumerate(entries) if entry.kind is Kind.QUOTE)
    entries[at] = replace(entries[at], text="“Never said by anybody.”")
    return replace(briefing, entries=tuple(entries), **more)


def test_every_kind_has_a_heading_and_a_reason() -> None:
    assert set(WORDS) == {*Flaw, NOT_VERBATIM, UNMARKED}
    assert all(title and why for title, why in WORDS.values())


def test_every_finding_of_the_memo_package_is_in_a_group(briefing: Briefing) -> None:
    groups = {group.kind: group for group in inspect(briefing)}
    found = findings(briefing)
    assert found
    assert count(groups.values()) == len(found)
    for finding in found:
        places = [remark.place for remark in groups[finding.flaw].remarks]
        assert finding.place in places
        assert groups[finding.flaw].title.endswith(f"· {len(places)}")
        assert groups[finding.flaw].why


def test_quotes_that_differ_come_first_with_the_reason(briefing: Briefing) -> None:
    first = inspect(altered(briefing))[0]
    assert first.kind == NOT_VERBATIM
    assert [remark.words for remark in first.remarks] == ["“Never said by anybody.”"]
    assert "the article does not say" in first.remarks[0].detail


def test_what_lacks_a_mark_is_listed(briefing: Briefing) -> None:
    memo = replace(briefing.memo, options={"scheme": "us"})
    groups = {group.kind: group for group in inspect(replace(briefing, memo=memo))}
    places = [remark.place for remark in groups[UNMARKED].remarks]
    assert places[0] == marking.BOTTOM_LINE
    assert len(places) == len(briefing.entries) + 1


def test_remarks_come_in_the_order_of_the_memo(briefing: Briefing) -> None:
    memo = replace(briefing.memo, options={"scheme": "us"})
    shuffled = replace(briefing, memo=memo, entries=briefing.entries[::-1])
    groups = {group.kind: group for group in inspect(shuffled)}
    expected = [
        entry.id
        for placed in arrange(briefing.sections)
        for entry in sorted(briefing.entries, key=lambda entry: entry.position)
        if entry.section_id == placed.section.id
    ]
    places = [remark.place for remark in groups[UNMARKED].remarks]
    assert places == [marking.BOTTOM_LINE, *expected]
    assert in_order(briefing, reversed(expected)) == expected
