"""From paragraphs to an article: headline, masthead, and where pages begin."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers.particulars.metadata import Particulars
from briefing_app.readers.pdf.article import Layout, article_of
from briefing_app.readers.pdf.margins import Margins
from briefing_app.readers.pdf.paragraphs import Paragraph

TEXT = "Ministers of the alliance met on Monday and spoke about Iraq."


def article(paragraphs: Sequence[Paragraph], pages: int = 1, **particulars: str) -> Article:
    layout = Layout(paragraphs, 10, Margins((), ""), pages, (), particulars)
    return article_of(layout, Particulars())


def paragraph(text: str, size: float = 10, page: int = 0) -> Paragraph:
    return Paragraph(size, [(page, text)])


def test_the_largest_print_is_the_headline() -> None:
    found = article([
        paragraph("Iraq", 12), paragraph("Allies meet again", 20), paragraph(TEXT),
    ])  # fmt: skip
    assert found.headline == "Allies meet again"
    assert found.paragraphs == ("Iraq", TEXT)


def test_a_masthead_above_the_headline_is_proposed_as_the_outlet() -> None:
    found = article([
        paragraph("The Example Times", 30), paragraph("Allies meet again in Brussels", 20),
        paragraph(TEXT),
    ])  # fmt: skip
    assert found.headline == "Allies meet again in Brussels"
    assert [(p.field, p.value) for p in found.proposals] == [("publisher", "The Example Times")]
    assert found.paragraphs == (TEXT,)


def test_print_of_one_size_has_no_headline_that_is_made_up() -> None:
    found = article([paragraph(TEXT), paragraph(TEXT + " Again.")])
    assert found.headline == ""


def test_larger_print_on_later_pages_is_no_headline() -> None:
    found = article([paragraph(TEXT), paragraph("Another story altogether", 20, page=1)], 2)
    assert found.headline == ""


def test_a_title_of_the_file_is_proposed_where_there_is_no_headline() -> None:
    found = article([paragraph(TEXT)], Title="Allies meet")
    assert [(p.field, p.value, p.place) for p in found.proposals] == [
        ("headline", "Allies meet", "document properties")
    ]


def test_pages_begin_within_paragraphs_and_between_them() -> None:
    over_two = Paragraph(10, [(0, "They will meet"), (1, "on Tuesday")])
    found = article([paragraph(TEXT), over_two, paragraph("Later.", page=2)], 3)
    assert [found.body[start:][:10] for start in found.page_starts] == [
        TEXT[:10], "on Tuesday", "Later.",
    ]  # fmt: skip


def test_a_page_whose_text_was_set_aside_begins_where_the_next_does() -> None:
    caption = "Photo: Jane Example/REUTERS"
    found = article([paragraph(TEXT), paragraph(caption, page=1), paragraph("Later.", page=2)], 3)
    assert found.paragraphs == (TEXT, "Later.")
    later = found.body.index("Later")
    assert found.page_starts == (0, later, later)
    assert found.page_at(later) == 3


def test_pages_without_text_begin_at_the_end_or_where_the_next_does() -> None:
    found = article([paragraph(TEXT, page=1)], 3)
    assert found.page_starts == (0, 0, len(found.body))
    assert found.page_at(5) == 2


def test_a_short_headline_above_a_longer_line_is_no_masthead() -> None:
    found = article([
        paragraph("Training after 2019", 30), paragraph("Jane Example, Ph.D., of Software", 14),
        paragraph(TEXT),
    ])  # fmt: skip
    assert found.headline == "Training after 2019"
    assert not found.proposals


def test_the_title_of_the_file_tells_which_print_is_the_headline() -> None:
    found = article(
        [paragraph("Special report", 30), paragraph("Allies meet again", 20), paragraph(TEXT)],
        Title="Allies meet again | Example Times",
    )
    assert found.headline == "Allies meet again"


def test_a_title_that_is_the_masthead_is_no_headline() -> None:
    found = article(
        [
            paragraph("The Example Times", 30), paragraph("Allies meet again in Brussels", 20),
            paragraph(TEXT),
        ],
        Title="The Example Times",
    )  # fmt: skip
    assert found.headline == "Allies meet again in Brussels"


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - draft3.docx", "untitled", "Unbenanntes Dokument",
        "PowerPoint Presentation",
        "Layout 1", "Scan_20200106", "(anonymous)", "20200106-3", "Document1", "index.html",
    ],
)  # fmt: skip
def test_a_title_that_a_program_made_is_no_headline(title: str) -> None:
    assert not article([paragraph(TEXT)], Title=title).proposals


@pytest.mark.parametrize("author", ["Windows User", "Default Administrator", "Example Inc.", "x1"])
def test_an_author_that_is_no_person_is_no_byline(author: str) -> None:
    assert not article([paragraph(TEXT)], Author=author).proposals


def test_notes_are_set_aside() -> None:
    sign = Paragraph(8, [(0, "1 Example on coun-"), (0, "tries, p. 4.")])
    layout = Layout([paragraph(TEXT)], 10, Margins((), ""), 1, (), {}, [sign])
    (note,) = article_of(layout, Particulars()).set_aside
    assert (note.kind, note.text) == ("note", "1 Example on countries, p. 4.")


STORY = f"{TEXT} " * 5


def test_a_byline_of_another_story_on_the_page_is_none_of_this_one() -> None:
    found = article([
        paragraph("Oil climbs", 18), paragraph("By Omar Sample"), paragraph(STORY),
        paragraph("Allies meet again", 24), paragraph(STORY),
        paragraph("Parliament votes", 18), paragraph("By Ana Probe"), paragraph(STORY),
    ])  # fmt: skip
    assert (found.headline, found.byline) == ("Allies meet again", "")
    assert len(found.paragraphs) == 7


def test_the_byline_below_its_own_headline_is_taken() -> None:
    found = article([
        paragraph("Oil climbs", 18), paragraph("By Omar Sample"), paragraph(STORY),
        paragraph("Allies meet again", 24), paragraph("Ministers in Brussels", 14),
        paragraph("By Jane Example"), paragraph(STORY),
    ])  # fmt: skip
    assert (found.headline, found.byline) == ("Allies meet again", "Jane Example")
