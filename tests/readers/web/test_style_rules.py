"""Text that sheets, colours and sizes keep from being seen."""

from __future__ import annotations

import time

import pytest

from briefing_app.readers import read_bytes
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import remove_unseen

LONG = "The chief of the mission in Baghdad waited for the order and for the aircraft to come. " * 3


def lines(css: str, body: str) -> list[str]:
    """What is left of a page with this sheet, two paragraphs, and more in its body."""
    tree = html_tree.parse(
        f"<html><head><style>{css}</style></head><body><article><p>{LONG}</p><p>{LONG}</p>{body}"
        "</article></body></html>"
    )
    remove_unseen(tree)
    return html_tree.lines(tree)[2:]


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        "p.x , b { color: red; Display : NONE !important }",
        "/* .y{} */ .x.y{visibility:hidden}",
        "#z { position:absolute; left:-9999px }",
        ".x{font-size:0}",
        ".x{font-size:1px;}",
        "@media print{.q{display:block}} .x{display:none}",
        "@charset 'utf-8'; .x{display:none}",
    ],
)
def test_what_a_sheet_hides_by_name_goes(css: str) -> None:
    assert lines(css, "<p class='x y' id='z'>SECRET</p><p>Seen.</p>") == ["Seen."]


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none} .x{display:block}",
        ".x{display:none} @media (min-width: 600px){ .x{ display : block } }",
        ".x{display:none} .open .x{display:flex}",
        ".closed .x{display:none}",
        ".x:not(.y){display:none}",
        "@media print{.x{display:none}}",
        "@media (max-width: 600px) { .a{color:red} .x{display:none} }",
        ".x{font-size:0} .x{font-size:16px}",
        "p{display:none}",
        ".xx{display:none}",
    ],
)
def test_what_may_be_seen_after_all_stays(css: str) -> None:
    assert lines(css, "<p class='x y'>Perhaps.</p>") == ["Perhaps."]


def test_a_style_of_its_own_goes_before_the_sheet() -> None:
    assert lines(".x{display:none}", "<p class='x' style='display: block'>Seen.</p>") == ["Seen."]


def test_a_sheet_for_print_hides_nothing() -> None:
    tree = html_tree.parse(f"<style media='print'>.x{{display:none}}</style><p class=x>{LONG}</p>")
    assert remove_unseen(tree) == 0


def test_most_of_a_pages_text_is_never_hidden() -> None:
    article = f"<div class='x'>{f'<p>{LONG}</p>' * 4}</div>"
    assert len(lines(".x{display:none}", article)) == 4


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='color:#fff'>SECRET</p>",
        "<p>Seen. <span style='color: White'>SECRET</span></p>",
        "<p>Seen. <font color='#FFFFFF'>SECRET</font></p>",
        "<div bgcolor='#fff'><p class='a' style='color:rgb(255, 255, 255)'>SECRET</p></div>",
        "<p style='color:transparent'>SECRET</p>",
        "<p style='color:rgba(0,0,0,0)'>SECRET</p>",
        f"<p style='font-size:1px'>SECRET {LONG}</p>",
        f"<p style='font-size:0'>SECRET {LONG}</p>",
    ],
)
def test_white_on_white_and_tiny_text_goes(markup: str) -> None:
    assert "SECRET" not in " ".join(lines("", markup))


@pytest.mark.parametrize(
    "markup",
    [
        "<div style='background-color:#003366'><p style='color:#fff'>Seen.</p></div>",
        "<table><tr><td bgcolor='navy'><font color='white'>Seen.</font></td></tr></table>",
        "<p class='box' style='color:#fff'>Seen.</p>",
        "<div class='box'><p style='color:#fff'>Seen.</p></div>",
        "<p style='color:#ffe'>Seen.</p>",
        "<p style='background-color:white'>Seen.</p>",
        f"<div style='font-size:0'><p class='size'>Seen. {LONG}</p></div>",
        f"<div style='font-size:0'><p style='font-size:16px'>Seen. {LONG}</p></div>",
        f"<p style='font-size:11px'>Seen. {LONG}</p>",
    ],
)
def test_white_on_what_may_be_dark_and_sized_text_stays(markup: str) -> None:
    assert "Seen." in " ".join(lines("", markup))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<style>body { color: #ddd; background: #111 }</style>", ""),
        ("<style>html,body{margin:0}.x{}:root , p{background-color:var(--ground)}</style>", ""),
        ("", " class='page dark-theme'"),
        ("", " data-theme='dark'"),
        ("", " style='background-image:url(night.jpg)'"),
        ("", " bgcolor='#000'"),
    ],
)
def test_white_text_on_a_page_that_may_be_dark_stays(head: str, body: str) -> None:
    tree = html_tree.parse(
        f"<html><head>{head}</head><body{body}><p>{LONG}</p><p>{LONG}"
        "<span style='color:#fff'>Seen.</span></p></body></html>"
    )
    remove_unseen(tree)
    assert "Seen." in " ".join(html_tree.lines(tree))


def test_white_text_on_a_page_that_says_it_is_white_goes() -> None:
    css = "body{background:#FFF} .card{background:#000}"
    assert "SECRET" not in " ".join(lines(css, "<p style='color:#fff'>SECRET</p>"))


def test_hidden_text_of_some_length_has_its_word() -> None:
    page = (
        f"<html><head><style>.x{{display:none}}</style></head><body><article><h1>A report</h1>"
        f"<p>{LONG}</p><p>{LONG}</p><p class='x'>SECRET {LONG}</p></article></body></html>"
    )
    read = read_bytes("a.html", page.encode())
    assert "SECRET" not in read.articles[0].body
    assert read.warnings == ("Hidden text was left out.",)


@pytest.mark.parametrize(
    "css",
    ["/*" * 150_000, "display:none " * 30_000, ".x{display:none" * 20_000, "@a{" * 100_000,
     "".join(f".c{n}{{display:none}}" for n in range(20_000)), "{" * 300_000, "." * 300_000],
)  # fmt: skip
def test_an_absurd_sheet_takes_no_time(css: str) -> None:
    begun = time.process_time()
    lines(css, "".join(f"<p class='c{n}' style='color:#fff'>x</p>" for n in range(2_000)))
    assert time.process_time() - begun < 5
