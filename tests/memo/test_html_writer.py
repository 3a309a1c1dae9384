"""The memo as a web page: whole, harmless, and the same words in the same order."""

from __future__ import annotations

import re

from lxml import html

from briefing_app.domain.memo import Paragraph, Table
from briefing_app.domain.outline import Kind, Layout
from briefing_app.memo.build import build
from briefing_app.memo.html_writer import to_html
from tests.memo.briefings import golden, with_articles


def bare(text: str) -> str:
    return "".join(re.sub(r"[\u200e\u200f\u2066-\u2069]", "", text).split())


def test_the_page_says_what_the_memo_says_in_the_same_order() -> None:
    memo = build(golden())
    tree = html.document_fromstring(to_html(memo))
    body = tree.find("body")
    for node in body.xpath(".//sup | .//p[@class='banner'] | .//a[text()='↩']"):
        node.drop_tree()
    wanted = []
    for block in memo.blocks:
        if isinstance(block, Paragraph):
            wanted.append(block.text)
        elif isinstance(block, Table):
            wanted += block.header
            wanted += ["".join(run.text for run in cell) for row in block.rows for cell in row]
    wanted += ["".join(run.text for run in note.runs) for note in memo.footnotes]
    assert bare(body.text_content()) == bare("".join(wanted))


def test_every_note_is_linked_there_and_back() -> None:
    memo = build(golden())
    tree = html.document_fromstring(to_html(memo))
    ids = {node.get("id") for node in tree.xpath("//*[@id]")}
    for note in memo.footnotes:
        assert {f"note{note.number}", f"ref{note.number}"} <= ids
    targets = [link.get("href") for link in tree.xpath("//a[starts-with(@href, '#')]")]
    assert targets
    assert {target[1:] for target in targets} <= ids


def test_words_are_never_markup() -> None:
    draft = with_articles(subject="<script>alert(1)</script>")
    draft.section("A & B <b>", Layout.NUMBERED)
    draft.entry(Kind.TEXT, "1 < 2 <img src=x onerror=alert(1)>")
    tree = html.document_fromstring(to_html(build(draft.done())))
    assert tree.xpath("//script | //img") == []
    assert "1 < 2 <img src=x" in tree.text_content()


def test_the_page_loads_nothing() -> None:
    page = to_html(build(golden()))
    assert not re.search(r"<(link|script|img|iframe)|url\(|@import", page)


def test_a_list_goes_on_in_its_numbers_below_a_quotation() -> None:
    draft = with_articles()
    draft.section("Judgments", Layout.NUMBERED)
    draft.entry(Kind.TEXT, "First.")
    draft.quote("wire", "It would be wrong to panic")
    draft.entry(Kind.TEXT, "Second.")
    tree = html.document_fromstring(to_html(build(draft.done())))
    assert [node.get("start") for node in tree.xpath("//body/ol")] == [None, "2"]


def test_right_to_left_paragraphs_and_languages_are_named() -> None:
    tree = html.document_fromstring(to_html(build(golden())))
    assert tree.get("lang") == "en-US"
    assert tree.xpath("//blockquote[@dir='rtl']")
    assert tree.xpath("//*[@lang='fa']")
