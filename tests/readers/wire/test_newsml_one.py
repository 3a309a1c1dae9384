"""NewsML of the first generation."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.errors import UnreadableFile
from briefing_app.readers import read_bytes

TEXT = "The ambassadors met in Brussels on Monday and spoke about the mission in Iraq."


def item(
    content: str = f"<p>{TEXT}</p>",
    lines: str = "<HeadLine>Ambassadors meet</HeadLine>",
    management: str = "",
    kind: str = "Text",
) -> str:
    return (
        f"<NewsItem><NewsManagement>{management}</NewsManagement><NewsComponent>"
        f"<NewsLines>{lines}</NewsLines><ContentItem><MediaType FormalName='{kind}'/>"
        f"<DataContent>{content}</DataContent></ContentItem></NewsComponent></NewsItem>"
    )


def read_items(*items: str) -> ReadFile:
    return read_bytes("a.xml", f"<NewsML>{''.join(items)}</NewsML>".encode())


def test_every_item_with_text_is_an_article() -> None:
    picture = item("", "<HeadLine>A picture</HeadLine>", kind="Photo")
    second = item(lines="<HeadLine>Ministers meet</HeadLine>")
    whole = read_items(item(), second, picture)
    assert [a.headline for a in whole.articles] == ["Ambassadors meet", "Ministers meet"]
    assert whole.warnings == ("1 of 3 items have no text.",)
    with pytest.raises(UnreadableFile, match="it is a picture"):
        read_items(picture)


def test_nitf_in_it_says_what_its_lines_do_not() -> None:
    head = (
        "<body.head><hedline><hl1>From the body</hl1></hedline><byline>By Lena Aarts</byline>"
        "<dateline><location>BRUSSELS</location></dateline></body.head>"
    )
    content = f"<nitf><body>{head}<body.content><p>{TEXT}</p></body.content></body></nitf>"
    (article,) = read_items(item(content, lines="")).articles
    assert (article.headline, article.byline) == ("From the body", "Lena Aarts")
    assert article.dateline == "BRUSSELS"
    assert article.paragraphs == (TEXT,)


@pytest.mark.parametrize(
    "content",
    [f"<![CDATA[<p>{TEXT}</p><p>Two.</p>]]>", f"{TEXT}\n\nTwo.", f"<p>{TEXT}</p><p>Two.</p>"],
)
def test_text_comes_as_markup_as_escaped_markup_or_plain(content: str) -> None:
    assert read_items(item(content)).articles[0].paragraphs == (TEXT, "Two.")


def test_dates_and_state_are_those_of_its_management() -> None:
    managed = (
        "<FirstCreated>20200106T162000+0100</FirstCreated>"
        "<ThisRevisionCreated>20200106T184210+0100</ThisRevisionCreated>"
        "<Status FormalName='Canceled'/>"
    )
    whole = read_items(item(management=managed))
    assert whole.articles[0].published == "2020-01-06T16:20:00+01:00"
    assert whole.articles[0].updated == "2020-01-06T18:42:10+01:00"
    assert "was withdrawn by its agency" in whole.warnings[0]
