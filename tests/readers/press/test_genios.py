"""Exports of GENIOS and WISO."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read, read_bytes
from tests.readers.press.test_exports import FOLDER

PROSE = (
    "Das Bündnis lässt seine Lehrgänge im Irak ruhen und zieht vorerst niemanden aus dem Land ab."
)


def test_a_paragraph_that_begins_like_a_label_stays_in_the_text() -> None:
    first, second = read(FOLDER / "genios-two-articles.txt").articles
    assert first.paragraphs[3].startswith("Quelle: Ein Sprecher")
    assert [p.value for p in second.proposals if p.field == "url"] == [
        "https://www.wiso-net.example/document/DS__0815"
    ]


def test_a_report_with_a_source_below_each_table_is_no_export() -> None:
    table = f"{PROSE}\n\nQuelle: Amt für Proben vom 12.10.2026\n\n"
    text = f"Bericht zur Lage\n\nDokumentnummer: 17\n\n{table}{table}{PROSE}\n"
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert article.headline == "Bericht zur Lage"
    assert article.body.count(PROSE) == 3


def test_labels_above_a_text_are_of_another_kind() -> None:
    labels = "Dokumentnummer: 17\nQuelle: Amt für Proben"
    text = f"Bericht zur Lage\n\n{labels}\n\n{PROSE}\n\n{PROSE}\n"
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert "Dokumentnummer: 17" in article.body


def page_of(rows: str, end: str = "") -> tuple[Article, ...]:
    article = f"<h2>Ausbilder bleiben</h2><p>{PROSE}</p><p>{PROSE}</p><table>{rows}</table>{end}"
    page = f"<html><body>{article}{article}</body></html>"
    return read_bytes("wiso.html", page.encode()).articles


def test_the_labels_of_a_page_stand_in_a_table() -> None:
    cells = "<tr><td>Quelle:</td><td>\"Die Probe\" vom 18.03.2013 Seite: 5</td></tr>" \
            "<tr><td>Ressort:</td><td>Meinung</td></tr>"  # fmt: skip
    end = "<p>Dauerhafte Adresse des Dokuments: https://www.wiso-net.example/d/1</p>"
    articles = page_of(cells, end)
    assert [(a.headline, a.publisher, a.published, a.print_page) for a in articles] == [
        ("Ausbilder bleiben", "Die Probe", "2013-03-18", "5")
    ] * 2
    assert articles[0].body == f"{PROSE}\n{PROSE}"


@pytest.mark.parametrize(
    ("source", "outlet", "day", "page"),
    [
        ("Meridian, 06.01.2020, Nr. 4, S. 1", "Meridian", "2020-01-06", "1"),
        ("Probe print: Heft 03/2020 vom 06.01.2020, S. 12", "Probe", "2020-01-06", "12"),
        ("DER SAMMLER, 6. Januar 2020", "DER SAMMLER", "2020-01-06", ""),
        ("Die Probe", "Die Probe", "", ""),
    ],
)
def test_the_source_names_outlet_day_and_page(
    source: str, outlet: str, day: str, page: str
) -> None:
    text = f"Ausbilder bleiben\n\n{PROSE}\n\n{PROSE}\n\nQuelle: {source}\nDokumentnummer: 1\n"
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert (article.publisher, article.published, article.print_page) == (outlet, day, page)


def test_articles_with_wrapped_lines_are_told_apart() -> None:
    half = PROSE.index("zieht")
    text = f"{PROSE[:half].strip()}\n{PROSE[half:]}"
    labels = "Quelle: Probe vom 06.01.2020\nDokumentnummer: 1\n"
    one = f"Ausbilder bleiben\n\n{text}\n\n{text}\n\n{labels}"
    first, second = read_bytes("a.txt", f"{one}\n{one}".encode()).articles
    assert (first.headline, first.publisher) == ("Ausbilder bleiben", "Probe")
    assert "zieht vorerst niemanden" in second.body


def test_lines_of_the_text_that_look_like_labels_stay_in_it() -> None:
    text = f"{PROSE}\n\nDatum: 12. Januar 2020\nSeite: 4\n\n{PROSE}\n\nQuelle: dpa\n\n{PROSE}"
    labels = "Quelle: Probe vom 06.01.2020, S. 2\nRessort: Politik\nDokumentnummer: {}"
    one, two = (f"Ausbilder bleiben\n\n{text}\n\n{labels.format(n)}\n" for n in (1, 2))
    first, second = read_bytes("a.txt", f"{one}\n{two}".encode()).articles
    for article in (first, second):
        assert (article.headline, article.publisher) == ("Ausbilder bleiben", "Probe")
        assert (article.published, article.print_page) == ("2020-01-06", "2")
        assert article.paragraphs == (
            PROSE, "Datum: 12. Januar 2020", "Seite: 4", PROSE, "Quelle: dpa", PROSE,
        )  # fmt: skip


def test_a_wrapped_address_does_not_divide_articles() -> None:
    address = "Dauerhafte Adresse des Dokuments:\nhttps://www.wiso-net.example/\ndocument/DS__0815"
    labels = f"Quelle: Probe vom 06.01.2020\n{address}\nAlle Rechte vorbehalten: (c) Probe"
    one = f"Ausbilder bleiben\n\n{PROSE}\n\n{PROSE}\n\n{labels}\n"
    first, second = read_bytes("a.txt", f"{one}\n{one}".encode()).articles
    assert (first.headline, second.headline) == ("Ausbilder bleiben", "Ausbilder bleiben")
    assert [p.value for p in second.proposals] == ["https://www.wiso-net.example/document/DS__0815"]
