"""Rows and dataclasses hold the same."""

from __future__ import annotations

import json

from briefing_app.domain.article import SetAside
from briefing_app.domain.outline import Entry, Evidence, Kind, Layout, Memo, Section, Stance
from briefing_app.store import rows


def test_columns_arrive_in_the_right_fields():
    row = ("m", "T", "form", '{"to":"A"}', "B", '{"language":"de"}', "U", "p")
    options = {"language": "de"}
    assert rows.memo(row) == Memo("T", "m", "form", {"to": "A"}, "B", options, "U", "p")
    assert rows.section(("s", "m", None, 2, "T", "table")) == Section(
        "m", "T", "s", None, 2, Layout.TABLE
    )
    entry = rows.entry(("e", "s", 3, "fact", "t", "n", "tr", "who", "U"))
    assert entry == Entry("s", Kind.FACT, "t", "e", 3, "n", "tr", "who", "U")
    assert rows.evidence(("v", "e", "x", "contradicting", 1)) == Evidence(
        "e", "x", "v", Stance.CONTRADICTING, 1
    )


def test_an_excerpt_keeps_all_its_details():
    excerpt = rows.excerpt(("x", "a", 1, 3, "bc", "a", "d", "S", "said", "2020", "2", "chief"))
    assert (excerpt.id, excerpt.article_id, excerpt.start, excerpt.end) == ("x", "a", 1, 3)
    assert (excerpt.exact, excerpt.prefix, excerpt.suffix) == ("bc", "a", "d")
    details = ("speaker", "cue", "event_time", "credibility", "speaker_role")
    assert [getattr(excerpt, name) for name in details] == ["S", "said", "2020", "2", "chief"]


def test_json_keeps_every_script_readable():
    assert rows.as_json({"to": "وزير"}) == '{"to":"وزير"}'
    assert json.loads(rows.set_aside_json([SetAside("caption", "“x”")])) == [
        {"kind": "caption", "text": "“x”"}
    ]
    assert json.loads(rows.id_list({"a": 1, "b": 2})) == ["a", "b"]
