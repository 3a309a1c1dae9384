"""The lines above an article's text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.metadata import Particulars

Lines = Callable[..., Article]
BODY = "The alliance met in Brussels on Monday, and the talks went on until late at night."


def test_headline_byline_and_date_come_off_the_top(read_lines: Lines) -> None:
    article = read_lines("The headline", "By Jane Doe", "January 6, 2020 14:03 GMT", BODY)
    assert article.headline == "The headline"
    assert article.byline == "Jane Doe"
    assert article.published == "2020-01-06T14:03:00+00:00"
    assert article.body == BODY
    assert [item.kind for item in article.set_aside] == ["credits", "credits"]


def test_a_date_in_the_byline_counts(read_lines: Lines) -> None:
    article = read_lines("The headline", "By Jane Doe | January 6, 2020", BODY)
    assert (article.byline, article.published) == ("Jane Doe", "2020-01-06")
    assert article.provenance["published"] == "byline"


def test_labelled_lines_are_believed(read_lines: Lines) -> None:
    article = read_lines(
        "Title: The headline", "Author: Jane Doe", "Source: reuters.com", "Date: 6 January 2020",
        "URL: https://www.reuters.com/a?utm_medium=x", "Language: en-GB", BODY,
    )  # fmt: skip
    assert article.headline == "The headline"
    assert article.byline == "Jane Doe"
    assert article.publisher == "Reuters"
    assert article.published == "2020-01-06"
    assert article.url == "https://www.reuters.com/a"
    assert article.language == "en-GB"
    assert article.body == BODY
    assert article.provenance["published"] == "file text"


def test_front_matter_of_a_clipped_page_is_read(read_lines: Lines) -> None:
    article = read_lines(
        '---\ntitle: "The headline"\nauthor: Jane Doe\n---\n\n# The headline', BODY
    )
    assert (article.headline, article.byline, article.body) == ("The headline", "Jane Doe", BODY)


def test_an_outlet_line_under_the_headline_names_the_outlet(read_lines: Lines) -> None:
    article = read_lines("The headline", "Reuters", BODY)
    assert (article.publisher, article.body) == ("Reuters", BODY)


def test_the_deck_stays_text(read_lines: Lines) -> None:
    article = read_lines("The headline", "A line that says a bit more", "By Jane Doe", BODY)
    assert article.paragraphs == ("A line that says a bit more", BODY)
    assert article.byline == "Jane Doe"


def test_a_first_paragraph_with_a_dateline_is_no_headline(read_lines: Lines) -> None:
    article = read_lines(f"BRUSSELS (Reuters) - {BODY}", BODY)
    assert article.headline == ""
    assert article.missing == ("headline", "published")
    assert len(article.paragraphs) == 2


def test_a_single_paragraph_is_text_and_no_headline(read_lines: Lines) -> None:
    article = read_lines(BODY)
    assert (article.headline, article.body) == ("", BODY)


def test_a_first_paragraph_that_is_a_sentence_is_no_headline(read_lines: Lines) -> None:
    article = read_lines("He said that it was late.", BODY)
    assert article.headline == ""
    assert len(article.paragraphs) == 2


def test_a_headline_may_end_in_an_abbreviation(read_lines: Lines) -> None:
    assert read_lines("Iran Threatens the U.S.", BODY).headline == "Iran Threatens the U.S."


def test_a_byline_far_down_is_text() -> None:
    paragraphs = ["The headline", *[BODY] * 20, "By Jane Doe"]
    left, _ = take_head(Particulars(), paragraphs)
    assert left[-1] == "By Jane Doe"


def test_labelled_lines_below_the_text_are_text(read_lines: Lines) -> None:
    letter = ("From: Rick Roe", "Date: 1 March 2020", "We should close the port.")
    article = read_lines("The headline", BODY, BODY, *letter)
    assert (article.published, article.paragraphs[2:]) == ("", letter)


def test_a_source_that_is_a_sentence_is_no_outlet(read_lines: Lines) -> None:
    source = "Source: a senior official who did not want to be named"
    article = read_lines("The headline", source, BODY)
    assert (article.publisher, article.paragraphs) == ("", (source, BODY))


def test_a_second_title_is_text(read_lines: Lines) -> None:
    article = read_lines("The headline", "Title: Keeper of the Seal", BODY)
    assert (article.headline, article.paragraphs[0]) == (
        "The headline",
        "Title: Keeper of the Seal",
    )


def test_the_days_of_a_life_are_no_date_line(read_lines: Lines) -> None:
    life = "12 March 1949 – 3 June 2020"
    article = read_lines("Rick Roe, envoy", life, BODY)
    assert (article.published, article.paragraphs) == ("", (life, BODY))
    article = read_lines("The headline", "28 December 2019 – updated 3 January 2020", BODY)
    assert (article.published, article.updated) == ("2019-12-28", "2020-01-03")


GERMAN = (
    "Das Bündnis lässt seine Lehrgänge im Irak ruhen und zieht vorerst niemanden aus dem Land ab."
)
ENGLISH = (
    "The alliance will pause its courses in Iraq and withdraw nobody for the time being, it said."
)


@pytest.mark.parametrize("line", ["1/4/2020", "Date: 1/4/2020"])
def test_the_language_decides_how_a_date_is_read_or_both_readings_are_proposed(line: str) -> None:
    german, english = Particulars(), Particulars()
    take_head(german, ["Überschrift", line, GERMAN])
    take_head(english, ["Headline", line, ENGLISH])
    assert german.get("published") == "2020-04-01"
    assert english.get("published") == ""
    (proposal,) = english.article("", ()).proposals
    assert proposal.value == "2020-04-01"
    assert proposal.place.endswith(", or 2020-01-04 with the month first")


def test_a_short_year_is_read_where_the_language_tells_how(read_lines: Lines) -> None:
    german = "Die Ausbilder haben das Lager verlassen, und sie sind nicht zurückgekehrt, sagte sie."
    article = read_lines("Die Ausbilder gehen", "06.01.20, 09:12 Uhr", german)
    assert (article.published, article.body) == ("2020-01-06T09:12:00", german)


def test_a_short_year_is_proposed_in_english(read_lines: Lines) -> None:
    article = read_lines("The headline", "1/6/20 9:42 AM", BODY)
    assert article.published == ""
    assert [(p.field, p.value) for p in article.proposals] == [("published", "2020-06-01")]
    assert "2020-01-06" in article.proposals[0].place
    assert article.body == BODY


def test_a_short_year_is_not_guessed_where_it_may_stand_first(read_lines: Lines) -> None:
    korean = "교관들이 월요일 아침 기지를 떠났으며 다시 돌아오지 않았다고 두 명의 관리가 말했다."
    article = read_lines("교관들이 떠났다", "20.01.06", korean)
    assert (article.published, article.proposals, article.body) == ("", (), korean)


def test_a_date_of_the_hijra_is_proposed_and_never_taken(read_lines: Lines) -> None:
    arabic = "غادر المدربون المعسكر في ساعات الصباح الأولى متجهين إلى الكويت، حسبما قال مسؤولان."
    for line in ("1/9/1446", "١ رمضان ١٤٤٦"):
        article = read_lines("المدربون يغادرون المعسكر", line, arabic)
        assert article.published == ""
        assert [(p.field, p.value) for p in article.proposals] == [("published", "2025-03-01")]
        assert article.body == arabic


@pytest.mark.parametrize("line", ["By Al Jazeera Staff", "By Al Jazeera", "By AL JAZEERA STAFF"])
def test_an_outlet_is_no_author(read_lines: Lines, line: str) -> None:
    article = read_lines("The headline", line, "January 6, 2020", BODY)
    assert (article.byline, article.publisher) == ("", "")
    assert [(p.field, p.value) for p in article.proposals] == [("publisher", "Al Jazeera")]
    assert article.body == BODY


def test_a_byline_may_go_on_below(read_lines: Lines) -> None:
    article = read_lines("The headline", "By Jane Doe", "in Baghdad and John Roe in Rome", BODY)
    assert (article.byline, article.body) == ("Jane Doe, John Roe", BODY)
    text = "in the evening they met again."
    assert read_lines("The headline", "By Jane Doe", text).body == text
