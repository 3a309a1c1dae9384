"""Languages are told from script and common words, or not at all."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.language import language_of, tag_of
from tests.readers.language_samples import TEXTS


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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345 67890",
        "NATO Iraq Tehran Brussels",
        "Ja",
        "Ten bags plus one bag were ready for Mrs Smith.",
    ],
)
def test_a_text_that_says_little_has_no_language(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("value", "tag"),
    [("en", "en"), ("EN-us", "en-US"), ("en_GB", "en-GB"), ("zh-hant", "zh-Hant"),
     ("de_DE.UTF-8", "de-DE"), ("English", ""), ("", "")],
)  # fmt: skip
def test_tags_of_markup_are_brought_into_form(value: str, tag: str) -> None:
    assert tag_of(value) == tag


@pytest.mark.parametrize("tag", [tag for tag in TEXTS if tag not in ("hr", "sr-Latn", "fa", "vi")])
def test_a_report_is_told_to_be_in_its_language_or_in_none(tag: str) -> None:
    text = TEXTS[tag]["text"]
    assert language_of(text) in ("", tag.partition("-")[0])


def test_most_languages_of_the_press_are_told() -> None:
    told = {tag for tag in TEXTS if language_of(TEXTS[tag]["text"] * 2) == tag}
    assert told >= {
        "en", "de", "fr", "es", "pt", "it", "nl", "sv", "hu", "ro", "is", "ca", "et", "ru",
        "uk", "be", "bg", "sr", "mk", "el", "he", "ar", "ur", "th", "ja", "ko", "zh",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("ئەم بڕیارە لە کۆبوونەوەی ڕۆژی دووشەممە لە بەغداد دەرکرا و وەزیر ڕایگەیاند", "ckb"),
        ("د کابل چارواکي وايي چې د ټولو ولايتونو ښوونځي به پرانيستل شي او ډېر خلک", "ps"),
        ("მოკავშირეები ტოვებენ თავიანთ ინსტრუქტორებს ქვეყანაში", "ka"),
    ],
)
def test_languages_of_the_neighbours_are_told_by_their_letters(text: str, tag: str) -> None:
    assert language_of(text) == tag


def test_croatian_and_serbian_in_latin_letters_are_not_taken_for_each_other() -> None:
    assert language_of(TEXTS["sr-Latn"]["text"]) == ""
