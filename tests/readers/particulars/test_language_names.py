"""Languages by the names that databases and lists of references print."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.language_names import language_tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [("ENGLISH", "en"), ("GERMAN; DEUTSCH", "de"), ("Français", "fr"), ("العربية", "ar"),
     ("Dutch / Nederlands", "nl"), ("简体中文", "zh"), ("日本語", "ja"), ("fa", "fa"),
     ("Klingon", ""), ("", "")],
)  # fmt: skip
def test_a_language_is_known_by_its_name(name: str, tag: str) -> None:
    assert language_tag(name) == tag
