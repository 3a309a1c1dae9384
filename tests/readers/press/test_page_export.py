"""Web pages that are exports, and those that only speak of one."""

from __future__ import annotations

from briefing_app.readers.press.page_export import read_export_page
from briefing_app.readers.web import html_tree

PAGE = "<html><body><h1>On Factiva</h1><p>How I read 1 of 10 DOCUMENTS in it.</p></body></html>"


def test_a_page_about_a_database_is_no_export() -> None:
    assert read_export_page(html_tree.parse(PAGE), PAGE) == ([], [])


def test_a_page_is_left_as_it_was_where_an_export_cannot_be_divided() -> None:
    page = (
        "<html><body><article><span class='DocPublicationName'>X</span>"
        "<p class='titreArticle'></p></article></body></html>"
    )
    tree = html_tree.parse(page)
    articles, (note,) = read_export_page(tree, page)
    assert articles == []
    assert "Europresse" in note
    assert tree.text_content() == "X"
