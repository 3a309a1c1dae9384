"""What identifies a text, and when something was written."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing_app.store.article_rows import now, text_key


def test_the_key_of_a_text_fits_a_signed_column_and_tells_texts_apart():
    keys = {text_key(f"text {number}") for number in range(1000)}
    assert len(keys) == 1000
    assert -(2**63) <= min(keys) < 0 < max(keys) < 2**63


def test_the_present_is_written_in_utc_to_the_second():
    told = datetime.fromisoformat(now())
    assert told.utcoffset() == UTC.utcoffset(None) and told.microsecond == 0
