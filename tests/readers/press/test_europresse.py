"""Exports of Europresse as web pages, in both of their forms."""

from __future__ import annotations

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes

TEXT = "Les ambassadeurs se sont réunis lundi à Bruxelles pour parler de la mission en Irak."
NEW = f"""<article><header><div class="rdp__DocPublicationName">
<span class="DocPublicationName">Le Journal d'Exemple (site web)</span></div>
<div><span class="DocHeader">International, mercredi 8 janvier 2020 - 16:05 UTC +01:00 24 mots,
p. 3</span></div>
<div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">
L'OTAN suspend</p><p class="sm-margin-bottomNews">Par Jeanne Martin</p></div></header>
<section><div class="docOcurrContainer"><p>{TEXT}</p><p>{TEXT}</p></div></section>
<footer>Tous droits réservés</footer></article>"""
OLD = f"""<table><tr><td><span class="DocPublicationName">La Gazette d'Exemple</span><br>
<span class="DocHeader">Monde, mardi 7 janvier 2020, p. 12</span><br>
<span class="TitreArticleVisu">Bagdad attend</span><br><p>{TEXT}</p><p>{TEXT}</p>
</td></tr></table>"""


def read_page(body: str, encoding: str = "utf-8") -> tuple[Article, ...]:
    head = '<html><head><meta charset="ISO-8859-1"><title>Europresse</title></head><body>'
    return read_bytes("a.html", f"{head}{body}</body></html>".encode(encoding)).articles


def test_the_newer_form_is_divided() -> None:
    articles = read_page(NEW + NEW.replace("suspend", "reprend"))
    assert [article.headline for article in articles] == ["L'OTAN suspend", "L'OTAN reprend"]
    first = articles[0]
    assert (first.publisher, first.byline) == ("Le Journal d'Exemple", "Jeanne Martin")
    assert first.published.startswith("2020-01-08")
    assert (first.news_section, first.print_page) == ("International", "3")
    assert first.paragraphs == (TEXT, TEXT)


def test_the_older_form_is_divided() -> None:
    first, second = read_page(OLD + OLD.replace("Bagdad", "Paris"))
    assert (first.headline, second.headline) == ("Bagdad attend", "Paris attend")
    assert (first.publisher, first.published) == ("La Gazette d'Exemple", "2020-01-07")
    assert first.print_page == "12"
    assert first.paragraphs == (TEXT, TEXT)
    assert second.paragraphs == (TEXT, TEXT)
