"""Languages are told from script and common words, or not at all."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.language import language_of, tag_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The alliance said that it was ready to go on with the training in the country.", "en"),
        ("Die Minister haben sich in der Nacht auf eine Lösung für das Land geeinigt, die", "de"),
        ("Les ministres de la défense se sont réunis dans la capitale pour une séance", "fr"),
        ("Los ministros de la alianza se reunieron en la capital para una sesión con el", "es"),
        ("وقالت الحكومة في بيانها إن البرنامج النووي لم يعد يواجه أي قيود إلى الآن", "ar"),
        ("دولت ایران اعلام کرد که دیگر هیچ محدودیتی را در برنامه هسته‌ای خود نمی‌پذیرد", "fa"),
        ("Министр заявил, что переговоры продолжатся на следующей неделе", "ru"),
        ("Міністр заявив, що переговори триватимуть і наступного тижня", "uk"),
        ("הממשלה הודיעה כי השיחות יימשכו גם בשבוע הבא", "he"),
        ("政府表示谈判将在下周继续进行双方都希望尽快达成协议", "zh"),
        ("政府は来週も交渉を続けると発表したがまだ合意には至っていない", "ja"),
    ],
)
def test_a_language_is_recognised(text: str, tag: str) -> None:
    assert language_of(text) == tag


@pytest.mark.parametrize("text", ["", "12345 67890", "NATO Iraq Tehran Brussels", "Ja"])
def test_a_text_that_says_little_has_no_language(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("value", "tag"),
    [("en", "en"), ("EN-us", "en-US"), ("en_GB", "en-GB"), ("zh-hant", "zh-Hant"),
     ("de_DE.UTF-8", "de-DE"), ("English", ""), ("", "")],
)  # fmt: skip
def test_tags_of_markup_are_brought_into_form(value: str, tag: str) -> None:
    assert tag_of(value) == tag
