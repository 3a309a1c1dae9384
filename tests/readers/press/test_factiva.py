"""Exports of Factiva: with field codes and without, as text, rich text and web page."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read, read_bytes
from tests.readers.press.test_exports import FOLDER

TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."
FIELDS = {
    "SE": "World", "HD": "The headline", "BY": "By Jane Doe", "WC": "32 words",
    "PD": "7 January 2020", "ET": "21:05", "SN": "Example Wire", "SC": "EXWIR", "PG": "12",
    "LA": "English", "CY": "(c) 2020 Example", "LP": "IN BAGHDAD nobody slept.", "TD": TEXT,
    "CO": "nato : North Atlantic Treaty Organisation", "IN": "idef : Defense",
    "NS": "gdip : International Relations | gcat : Political News", "RE": "iraq : Iraq",
    "PUB": "Example Agency", "AN": "Document EXWIR00020200107eg1700abc",
}  # fmt: skip


def only(name: str, text: str) -> Article:
    (article,) = read_bytes(name, text.encode()).articles
    return article


def check(article: Article) -> None:
    assert (article.headline, article.byline) == ("The headline", "Jane Doe")
    assert (article.publisher, article.published) == ("Example Wire", "2020-01-07T21:05:00")
    assert (article.news_section, article.print_page, article.language) == ("World", "12", "en")
    assert article.paragraphs == ("IN BAGHDAD nobody slept.", TEXT)


def test_fields_with_codes_are_read_on_one_line_or_on_two() -> None:
    check(only("a.txt", "\n".join(f"{code} {value}" for code, value in FIELDS.items())))
    check(only("a.txt", "\n\n".join(f"{code}\n\n{value}" for code, value in FIELDS.items())))


def test_fields_in_the_table_of_a_web_page_are_read() -> None:
    rows = "".join(
        f"<tr><td><b>{code}</b></td><td><p>{value}</p></td></tr>" for code, value in FIELDS.items()
    )
    page = f"<html><head><title>Factiva</title></head><body><table>{rows}</table></body></html>"
    check(only("a.html", page))


def test_a_code_as_first_word_of_a_paragraph_is_text() -> None:
    fields = {**FIELDS, "TD": f"RE the mission: nobody spoke of it.\n\n{TEXT}"}
    article = only("a.txt", "\n\n".join(f"{code} {value}" for code, value in fields.items()))
    assert article.paragraphs[1:] == ("RE the mission: nobody spoke of it.", TEXT)


def plain(*above: str, number: str = "Document EXWIR00020200107eg1700abc") -> str:
    below = ("32 mots", "7 janvier 2020", "Le Journal d'Exemple", "JOUREX", "A12", "Français",
             "Copyright 2020 Exemple", TEXT, number)  # fmt: skip
    return "\n\n".join((*above, *below)) + "\n\n"


def test_an_article_without_codes_is_read_by_the_order_of_its_lines() -> None:
    article = only("a.txt", plain("Le titre de l'article", "Par Jeanne Martin"))
    assert (article.headline, article.byline) == ("Le titre de l'article", "Jeanne Martin")
    assert (article.publisher, article.published) == ("Le Journal d'Exemple", "2020-01-07")
    assert (article.print_page, article.language, article.body) == ("A12", "fr", TEXT)


def test_a_name_without_by_is_proposed_only() -> None:
    article = only("a.txt", plain("Monde", "Le titre de cet article est long", "Jeanne Martin"))
    assert article.headline == "Le titre de cet article est long"
    assert (article.news_section, article.byline) == ("Monde", "")
    assert [(p.field, p.value) for p in article.proposals] == [("byline", "Jeanne Martin")]


def test_the_number_at_the_end_is_known_in_the_language_of_the_reader() -> None:
    numbers = ("Dokument EXWIR00020200107eg1700abc", "Документ EXWIR00020200107eg1700abd")
    text = "".join(plain(f"Titel {number[-1]}", number=number) for number in numbers)
    articles = read_bytes("a.txt", text.encode()).articles
    assert [article.headline for article in articles] == ["Titel c", "Titel d"]


def test_the_sample_in_rich_text_has_an_arabic_article() -> None:
    first, second = read(FOLDER / "factiva-two-articles.rtf").articles
    assert first.byline == "Daniel Mercer"
    assert first.published == "2020-01-07T21:05:00"
    assert (second.language, second.publisher) == ("ar", "وكالة المثال")
    assert second.body.startswith("بغداد - قال مكتب")


def shown(number: str, *heading: str, author: str = "", language: str = "en") -> str:
    """An article as a page of Factiva shows it, its heading told by classes."""
    divs = "".join(f"<div>{line}</div>" for line in heading)
    signed = f"<div class='author'>{author} </div>" if author else ""
    return (
        f"<div class='article {language}Article'><p>&nbsp;</p>"
        f"<div id='hd'><span class='{language}Headline'>The headline of {number} </span></div>"
        f"{signed}{divs}<p class='articleParagraph {language}articleParagraph'>{TEXT} {number}</p>"
        f"<p>Document EXWIR00020200107eg1700{number}</p></div>"
    )


ENGLISH = ("17 words", "7 January 2020", "21:05", "Example Wire", "EXWIR", "12", "English",
           "(c) 2020 Example")  # fmt: skip
FRENCH = ("17 mots", "7 janvier 2020", "Le Journal", "JOUREX", "Français", "Tous droits réservés")


def test_a_page_names_authors_by_class_and_ends_with_what_was_searched() -> None:
    articles = (
        shown("abc", *ENGLISH, author="Jane Doe"),
        shown("abd", *FRENCH, author="Par Jeanne Martin", language="fr"),
        shown("abe", *ENGLISH),
    )
    page = (
        f"<html><head><title>x</title></head><body><div>Dow Jones Factiva</div>{''.join(articles)}"
        "<table><tr><td>Search Summary</td></tr><tr><td>Text</td><td>iraq</td></tr></table>"
        "<p>© 2020 Factiva, Inc. All rights reserved.</p></body></html>"
    )
    first, second, third = read_bytes("a.html", page.encode()).articles
    assert (first.headline, first.byline) == ("The headline of abc", "Jane Doe")
    assert (first.published, first.news_section) == ("2020-01-07T21:05:00", "")
    assert (first.publisher, first.print_page) == ("Example Wire", "12")
    assert (second.byline, second.published) == ("Jeanne Martin", "2020-01-07")
    assert (second.publisher, second.language) == ("Le Journal", "fr")
    assert (third.byline, third.body) == ("", f"{TEXT} abe")


def test_a_saved_article_of_which_nothing_says_factiva_is_known_by_its_classes() -> None:
    page = f"<html><body>{shown('abc', *ENGLISH, author='Jane Doe')}</body></html>"
    article = only("a.html", page)
    assert (article.publisher, article.byline) == ("Example Wire", "Jane Doe")


def test_fields_come_in_whatever_order_factiva_prints_them() -> None:
    codes = ("HD", "PG", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "LA", "CY", "BY", "SE",
             "LP", "TD", "RF", "NS", "RE", "IPC", "IPD", "PUB", "AN")  # fmt: skip
    fields = {**FIELDS, "NGC": "Example Group", "GC": "EXG", "ED": "National", "RF": "12/34",
              "IPC": "INGE | VOTE", "IPD": "Local"}  # fmt: skip
    check(only("a.txt", "\n\n".join(f"{code}\n\n{fields[code]}" for code in codes)))


def counted(number: int, company: str, text: str = TEXT) -> str:
    """An article of a saved page of search results, as the German interface shows it."""
    return (
        f"<div id='article-{number}' class='article'><div class='article deArticle'><p>\n</p>"
        f"<div id='hd'><span class='deHeadline counted'>{number}) Die {number}. Sitzung</span>\n"
        "</div><div>17 Wörter</div><div>3 April 2017</div><div>Musterbote</div><div>MUBO</div>"
        "<div>Deutsch</div><div>Copyright 2017 Muster SE </div>\n<p></p>\n"
        f"<p class='articleParagraph dearticleParagraph'>{text}</p>\n<p>{company}</p>"
        f"<p>Dokument MUBO000020170403ed430000{number}</p></div></div><br><span></span>"
    )


def german_page(*articles: str) -> tuple[Article, ...]:
    page = (
        "<html><head><title>Factiva</title></head><body><table><tr><td><h1>Factiva</h1></td>"
        f"<td><span>Dow Jones</span></td></tr></table>{''.join(articles)}<table><tr><td>"
        "Zusammenfassung der Suche</td></tr><tr><td>Text</td><td>irak</td></tr></table></body>"
    )
    return read_bytes("a.html", page.encode()).articles


def test_numbers_of_search_results_and_companies_are_no_part_of_the_article() -> None:
    companies = ("Muster Syndication GmbH", "Dow Jones &amp; Company, Inc.", "Musterbote Verlag")
    pages = [counted(number, company) for number, company in enumerate(companies, 9)]
    articles = german_page(*pages)
    assert [article.headline for article in articles] == [
        "Die 9. Sitzung", "Die 10. Sitzung", "Die 11. Sitzung"
    ]  # fmt: skip
    for article in articles:
        assert (article.news_section, article.publisher) == ("", "Musterbote")
        assert (article.body, article.language) == (TEXT, "de")
        assert article.set_aside[-1].kind == "copyright"


def test_a_last_sentence_that_ends_like_a_company_stays() -> None:
    for last in ("He did not speak to the media.", "Hans Brandt", "“Ask the press”"):
        (article,) = german_page(counted(1, last))
        assert article.paragraphs == (TEXT, last)


def test_addresses_behind_words_are_left_out_of_the_text() -> None:
    text = "The chancellor[http://bote.example/themen/x/] spoke of [three] days."
    (article,) = german_page(counted(1, "Muster GmbH", text))
    assert article.body == "The chancellor spoke of [three] days."


OTHERS = (
    (("Gli istruttori restano", "di Marco Rossi"), ("40 parole", "6 gennaio 2020", "Italiano"),
     "Documento", "Marco Rossi", "it"),
    (("Opleiders blijven", "Door Jan Jansen"), ("40 woorden", "6 januari 2020", "Nederlands"),
     "Document", "Jan Jansen", "nl"),
    (("Инструкторы остаются",), ("40 слов", "6 января 2020", "Русский"), "Документ", "", "ru"),
    (("盟国决定留下教官", "记者王小明"), ("40 字", "2020 年 1 月 6 日", "简体中文"), "文档",
     "王小明", "zh"),
    (("連合国は教官を残す",), ("40 文字", "2020 年 1 月 6 日", "日本語"), "文書", "", "ja"),
    (("المدربون باقون",), ("٤٠ كلمة", "6 يناير 2020", "العربية"), "وثيقة", "", "ar"),
)  # fmt: skip


def test_an_interface_in_another_language_is_read() -> None:
    for above, (count, date, language), document, byline, tag in OTHERS:
        text = "\n\n".join((*above, count, date, "Example Wire", "EXWIR", language,
                            "(c) 2020 Example", TEXT,
                            f"{document} EXWIR00020200106eg1600abc"))  # fmt: skip
        article = only("a.txt", text)
        assert (article.headline, article.byline) == (above[0], byline)
        assert (article.publisher, article.published) == ("Example Wire", "2020-01-06")
        assert (article.language, article.body) == (tag, TEXT)


def test_a_name_under_a_short_headline_is_not_taken_for_the_headline() -> None:
    article = only("a.txt", plain("Инструкторы остаются", "Иван Петров"))
    assert (article.headline, article.news_section) == ("Инструкторы остаются", "")
    assert [(p.field, p.value) for p in article.proposals] == [("byline", "Иван Петров")]


@pytest.mark.parametrize(
    ("printed", "page"),
    [("A12", "A12"), ("Page 4", "4"), ("A.2", "A.2"), ("1,4", "1,4"), ("Seite 7", "7")],
)
def test_a_page_is_told_from_editions_and_volumes(printed: str, page: str) -> None:
    text = plain("Le titre de l'article").replace("A12", f"First edition\n\n{printed}\n\nVolume 3")
    article = only("a.txt", text)
    assert (article.print_page, article.news_section) == (page, "")
    assert (article.publisher, article.body) == ("Le Journal d'Exemple", TEXT)


def test_the_table_of_contents_names_no_section() -> None:
    for listed in ("A headline of another article........ 7", "Table of Contents", "Another 12"):
        assert only("a.txt", plain(listed, "Le titre", "Par Jeanne Martin")).news_section == ""


def test_the_last_article_of_an_export_that_was_cut_off_is_kept() -> None:
    text = plain("Le titre", "Par Jeanne Martin") + plain("Le second", number="")
    first, second = read_bytes("a.txt", text.encode()).articles
    assert (first.headline, second.headline, second.body) == ("Le titre", "Le second", TEXT)


@pytest.mark.parametrize("section", [(), ("أخبار",)])
def test_a_name_in_a_script_without_capitals_is_not_taken_for_the_headline(
    section: tuple[str, ...],
) -> None:
    headline, name = "المدربون يغادرون معسكر التاجي", "سامي درويش"
    (article,) = read_bytes("a.txt", plain(*section, headline, name).encode()).articles
    assert (article.headline, article.byline) == (headline, "")
    assert [(p.field, p.value) for p in article.proposals] == [("byline", name)]
    (article,) = read_bytes("a.txt", plain("أخبار", headline).encode()).articles
    assert (article.headline, article.news_section) == (headline, "أخبار")
