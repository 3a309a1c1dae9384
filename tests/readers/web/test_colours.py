"""Text in the colour of its ground is not seen, where the page tells both for sure."""

from __future__ import annotations

import pytest

from briefing_app.readers.web import html_tree
from briefing_app.readers.web.colours import unseen_by_colour
from briefing_app.readers.web.furniture import remove_unseen

TEXT = "The mission in Iraq trains officers and advises the ministry of defence in Baghdad. " * 2
SECRET = "Nobody shall see this"


def page(css: str, body: str, head: str = "") -> str:
    return f"<html><head>{head}<style>{css}</style></head><body><p>{TEXT}</p>{body}</body></html>"


def is_seen(css: str, body: str, head: str = "") -> bool:
    tree = html_tree.parse(page(css, body, head))
    remove_unseen(tree)
    return SECRET in tree.text_content()


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".w{color:#fff} body{background:#ffffff}", f"<p class='w'>{SECRET}</p>"),
        (".w{color:#fff}", f"<p class='w'>{SECRET}</p>"),
        ("#w{color:white!important}", f"<p id='w'>{SECRET}</p>"),
        (".w{color:#000;font-weight:bold} body{background-color:black}",
         f"<div><p class='w'>{SECRET} <b>at all</b></p></div>"),
        (".w{color:rgb(18, 52, 86)} .box{background:#123456}",
         f"<div class='box'><p class='w'>{SECRET}</p></div>"),
        (".w{color:#fff}", f"<table><tr><td bgcolor='#FFFFFF'><p class='w'>{SECRET}</p></table>"),
    ],
)  # fmt: skip
def test_text_in_the_colour_of_its_ground_is_left_out(css: str, body: str) -> None:
    assert not is_seen(css, body)


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (".w{color:#fff} body{background:#111}", f"<p class='w'>{SECRET}</p>"),
        (".w{color:#fff} .b{background:navy}", f"<div class='b'><p class='w'>{SECRET}</p></div>"),
        (".w{color:#fff} .box{background-image:url(a.jpg)}",
         f"<div class='box'><p class='w'>{SECRET}</p></div>"),
        (".w{color:#fff} body.night{background:#000}", f"<p class='w'>{SECRET}</p>"),
        (".w{color:#fff} .w.on{color:#000}", f"<p class='w on'>{SECRET}</p>"),
        (".w{color:#fff;position:absolute}", f"<div><p class='w'>{SECRET}</p></div>"),
        (".w{color:#fff;text-shadow:0 0 2px #000}", f"<p class='w'>{SECRET}</p>"),
        (".w{color:#fff}", f"<div><img src='a.jpg'><p class='w'>{SECRET}</p></div>"),
        (".w{color:#fff}", f"<p class='w'><a href='/x'>{SECRET}</a></p>"),
        (".w{color:#fff}", f"<p class='w' style='color:#333'>{SECRET}</p>"),
        ("@media print{a{color:red} .w{color:#fff}}", f"<p class='w'>{SECRET}</p>"),
        (".w{color:#fff} *{background:#222}", f"<p class='w'>{SECRET}</p>"),
        (".w{color:#fff} p{color:#333}", f"<p class='v'>{SECRET}</p>"),
    ],
)  # fmt: skip
def test_text_that_may_be_seen_is_kept(css: str, body: str) -> None:
    assert is_seen(css, body)


def test_nothing_is_sure_where_another_sheet_colours_the_page() -> None:
    link = "<link rel='stylesheet' href='main.css'>"
    css, body = ".w{color:#fff}", f"<p class='w'>{SECRET}</p>"
    assert is_seen(css, body, link)
    assert unseen_by_colour(html_tree.parse(page(css, body, link)), css, css) == []


def test_a_page_is_never_taken_for_unseen_as_a_whole() -> None:
    assert is_seen(".w{color:#fff}", f"<div class='w'>{TEXT * 5}<p>{SECRET}</p></div>")
