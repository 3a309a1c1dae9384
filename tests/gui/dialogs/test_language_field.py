"""The field for a language: names for the user, tags for the file."""

from __future__ import annotations

import pytest

from briefing_app.gui.dialogs.language_field import LanguageField


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("de", "German"), ("fa", "Persian"), ("", ""), ("pt-BR", "Portuguese (pt-BR)"), ("xq", "xq")],
)
def test_a_tag_is_shown_by_the_name_of_its_language_and_stays(qtbot, tag: str, shown: str) -> None:
    field = LanguageField(tag)
    qtbot.addWidget(field)
    assert field.text() == shown
    assert field.tag == tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [("french", "fr"), (" Français ", "fr"), ("العربية", "ar"), ("uk", "uk"), ("English", "en"),
     ("Ukrainian", "uk"), ("en-GB", "en-GB"), ("", ""), ("Klingonese", "Klingonese")],
)  # fmt: skip
def test_a_language_may_be_written_by_its_name_or_its_tag(qtbot, written: str, tag: str) -> None:
    field = LanguageField("de")
    qtbot.addWidget(field)
    field.setText(written)
    assert field.tag == tag


def test_names_of_languages_are_offered_while_one_writes(qtbot) -> None:
    field = LanguageField()
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "swe")
    assert field.completer().currentCompletion() == "Swedish"
    assert "English" in field.placeholderText()
