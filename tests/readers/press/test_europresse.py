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


def block(header: str, title: str, below: str = "", text: str = f"<p>{TEXT}</p>") -> str:
    """An article as Europresse saved it in 2015: nothing but its place tells the author."""
    return (
        "<article> <header> <img src='a.gif' /> <div> <span class='DocPublicationName'>Le Journal, "
        f"no. 1234   </span> </div> <div> <span class='DocHeader'>{header}</span> </div>"
        "<div><p>LE JOURNAL DU MONDE</p></div> <div class='titreArticle'> "
        f"<p class='sm-margin-bottom'>TRIBUNES</p> <p class='titreArticleVisu'>{title}</p> </div>"
        f"{below} </header> <section> <div class='DocText'>{text}</div></section> <aside> <div>"
        "<p><b>Note(s) : </b></p></div> </aside> <footer><small>© 2006 Journal.</small><p>Numéro "
        "de document : news·20060315·LM</p></footer> </article>"
    )


def test_the_form_of_2015_is_divided() -> None:
    found = "<div class='docOcurrContainer'>" + f"<p>{TEXT}</p></div>"
    first, second, third = read_page(
        block("Communication, mardi 14 mars 2006, p. 16", "A", "<div>Jeanne Martin</div>", found)
        + block("Economie, lundi 13 mars 2006, p. MDE6", "B")
        + block("Monday, March 13, 2006", "C", "<div>Notre envoyée au Caire</div>")
    )
    assert (first.publisher, first.byline) == ("Le Journal", "Jeanne Martin")
    assert (first.news_section, first.print_page) == ("Communication", "16")
    assert (second.byline, second.print_page) == ("", "MDE6")
    assert (third.news_section, third.published) == ("", "2006-03-13")
    assert [p.value for p in third.proposals if p.field == "byline"] == ["Notre envoyée au Caire"]
    assert [article.body for article in (first, second, third)] == [TEXT] * 3


def test_the_oldest_form_has_its_particulars_in_pieces() -> None:
    (article,) = read_page(
        "<table><tr><td><span class='DocPublicationName'>La Gazette</span><br>"
        "<span class='DocHeader'>Monde, </span><span class='DocHeader'>mardi, </span>"
        "<span class='DocHeader'>7 janvier 2020</span><span class='DocHeader'>, p. 12</span><br>"
        f"<span class='TitreArticleVisu'>Bagdad attend</span><br>Anne Petit<br><br>{TEXT}<br><br>"
        f"{TEXT}</td></tr></table>"
    )
    assert (article.byline, article.published) == ("Anne Petit", "2020-01-07")
    assert (article.news_section, article.print_page) == ("Monde", "12")
    assert article.paragraphs == (TEXT, TEXT)
