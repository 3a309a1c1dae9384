from __future__ import annotations

from briefing_app.gui.outline.drafts import Draft, Opened
from briefing_app.gui.outline.more_fields import Known, MoreFields
from briefing_app.memo import marking


def test_an_entry_without_an_article_has_only_a_translation_and_a_mark(theme, qtbot):
    fields = MoreFields(theme)
    qtbot.addWidget(fields)
    fields.show_entry(Opened(Draft()), Known(scheme=marking.load("nato")))
    fields.show()
    assert fields.translation.isVisible() and fields.marking.isVisible()
    for field in (fields.event_time, fields.reliability, fields.origin, fields.relays):
        assert not field.isVisible()
    assert fields.summary == ""


def test_what_is_shown_and_not_touched_comes_back_as_it_was(theme, qtbot):
    fields = MoreFields(theme)
    qtbot.addWidget(fields)
    said = {
        "event_time": "2020-01-03T00:47+03:30",
        "translation": "So ist es",
        "translator": "the desk",
        "marking": "NR",
        "reliability": "C",
        "origin": "The press conference",
        "relays": "AFP",
    }
    fields.show_entry(Opened(Draft(**said)), Known(scheme=marking.load("nato")))
    assert fields.values() == said
    assert fields.summary == "3 Jan 2020, translated, NR"
