"""Names of fields: which of them say where an article's text begins and ends."""

from __future__ import annotations

from briefing_app.domain.article import Article
from briefing_app.readers.press import labels


def test_fields_are_those_of_an_article_or_told_apart_from_them() -> None:
    known = {*Article.__dataclass_fields__, "words", "section"}
    assert set(labels.FIELDS.values()) <= known


def test_no_label_names_both_text_and_what_frames_it() -> None:
    frame = {*labels.FIELDS, *labels.BELOW, *labels.ABOVE, *labels.CAPTIONS}
    assert not frame & labels.TEXT
    assert not labels.BELOW & labels.ABOVE
    assert labels.ENDS < labels.BELOW
