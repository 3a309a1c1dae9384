"""Which part of a page's title is the headline."""

from __future__ import annotations

import pytest

from briefing_app.readers.web import html_tree
from briefing_app.readers.web.headline import headings, headline_in, is_about, leads_home

URL = "https://www.planet-post.example/2020/01/06/story"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Allies meet in Brussels | Reuters", "Allies meet in Brussels"),
        ("Allies meet in Brussels - Planet-Post", "Allies meet in Brussels"),
        ("Allies meet in Brussels | DW | 06.01.2020", "Allies meet in Brussels"),
        ("Planet Post » Allies meet in Brussels", "Allies meet in Brussels"),
        ("Allies meet - and part - in Brussels", "Allies meet - and part - in Brussels"),
        ("Iran-Iraq: allies meet", "Iran-Iraq: allies meet"),
        ("北约在布鲁塞尔举行会议_北方新闻网", "北约在布鲁塞尔举行会议"),
        ("北约在布鲁塞尔举行会议-新华网", "北约在布鲁塞尔举行会议"),
        ("Statement - The Planet Post", "Statement"),
        ("Planet Post", "Planet Post"),
        ("", ""),
    ],
)
def test_the_site_at_either_end_of_a_title_is_none_of_the_headline(
    title: str, headline: str
) -> None:
    assert headline_in(title, [], "Planet Post", URL) == headline


@pytest.mark.parametrize(
    ("title", "heading", "headline"),
    [
        ("Allies meet in Brussels | World | Chronicle", "Allies meet in Brussels",
         "Allies meet in Brussels"),
        ("World | Allies Meet in Brussels", "Allies meet in Brussels", "Allies Meet in Brussels"),
        ("Allies meet in Brussels – what now?", "Allies meet in Brussels – what now?",
         "Allies meet in Brussels – what now?"),
        ("Allies meet in Brus...", "Allies meet in Brussels", "Allies meet in Brussels"),
        ("Allies meet in Brussels | World", "Newsletter", "Allies meet in Brussels | World"),
    ],
)  # fmt: skip
def test_the_heading_on_the_page_tells_which_part_is_the_headline(
    title: str, heading: str, headline: str
) -> None:
    assert headline_in(title, [heading], "", "") == headline


def test_the_name_of_the_site_over_the_page_is_no_heading() -> None:
    tree = html_tree.parse(
        "<h1><a href='/'>Planet Post</a></h1><h2><a href='/2020/s'>Allies meet</a></h2><h1></h1>"
    )
    assert headings(tree) == ["Allies meet"]
    assert [leads_home(node) for node in tree.iter("h1", "h2")] == [True, False, False]


def test_a_headline_that_says_something_else_than_the_title_is_not_about_the_page() -> None:
    assert is_about("Allies meet in Brussels", ["Brussels: the allies talk"])
    assert is_about("Allies meet", [])
    assert not is_about("military alliance of states", ["NATO - The Free Encyclopedia"])
