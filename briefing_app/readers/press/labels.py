"""What the databases call the fields of an article, in the languages of those who use them."""

from __future__ import annotations

FIELDS = {
    label: field
    for field, labels in {
        "headline": "headline titre titel kop título titulo title titular titolo manchete "
        "schlagzeile überschrift",
        "byline": "byline autor autorin auteur auteurs autore author autores",
        "section": "section rubrik rubrique sección seccion seção secao sezione rubriek sectie "
        "ressort",
        "words": "length länge laenge longueur longitud extensión extension comprimento "
        "tamanho lunghezza lengte",
        "dateline": "dateline",
        "deck": "highlight encart samenvatting",
        "language": "language sprache langue idioma lingua língua taal",
        "url": "url website",
    }.items()
    for label in labels.split()
}
"""Fields of Article, "words" and "section", as Clipping.take has them, by label in lower case."""

CAPTIONS = {"graphic", "grafik", "graphique", "gráfico", "grafico", "graphiek"}
"""Labels of the words under pictures."""

TEXT = {"body", "text", "tekst", "texte", "texto", "testo", "volltext", "textkörper", "corps",
        "cuerpo", "corpo"}  # fmt: skip
"""What stands above the text, or before its first words."""

ENDS = {
    "load-date", "publication-type", "pub-type", "journal-code", "publikationstyp",
    "zeitungs-code", "ladedatum", "date-chargement", "date-de-chargement", "type-publication",
    "type-de-publication", "code-revue", "fecha-carga", "fecha-de-carga", "tipo-publicación",
    "tipo-publicacion", "tipo-de-publicación", "data-caricamento", "data-carregamento",
    "date de chargement", "fecha de carga", "data di caricamento", "data de carregamento",
    "laaddatum", "publicatietype", "journal code",
    "acc-no", "document-type", "doc-type", "language", "sprache",
    "langue", "idioma", "lingua", "língua", "taal",
}  # fmt: skip
"""Labels that only what is below the text has."""

BELOW = ENDS | {
    "update", "sujet", "subject", "classification", "distribution", "geographic", "industry",
    "organization", "company", "ticker", "person", "country", "state", "city",
}  # fmt: skip
"""Labels below the text; a paragraph of it may begin with one of the others too."""

LOADED = {"load-date", "ladedatum", "date-chargement", "date-de-chargement", "date de chargement",
          "fecha-carga", "fecha-de-carga", "fecha de carga", "laaddatum", "data-caricamento",
          "data di caricamento", "data-carregamento", "data de carregamento"}  # fmt: skip
"""Of those the ones with the day on which the database took the article in."""

ABOVE = {"series", "correction-date", "anchor", "show", "guest", "guests", "edition", "type",
         "notes"}  # fmt: skip
"""Labels above the text that say nothing we keep."""
