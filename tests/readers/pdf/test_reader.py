"""Whole PDF files: what comes in, what is set aside, and what is said of those that do not."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFont, QPdfWriter, QTextDocument, QTextOption

from briefing_app.domain.article import Article
from briefing_app.errors import BriefingError, PasswordNeeded, PicturesOnly, UnreadableFile
from briefing_app.readers import Options, read_bytes
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.reader import MOST_PAGES, read_pdf_file
from tests.readers.pdf_samples import Text, column, columns, letters_of, make_pdf, set_lines

HEADLINE = Text(50, 760, "Alliance halts its training in Iraq", 20)
SENTENCES = (
    "The alliance has sus~pended its training mission in Iraq, a spokes~man said on Monday.",
    "Ministers of twenty-nine countries will meet in Brussels to talk about the long-term "
    "consequences of the strike and about the safety of their person~nel in Baghdad.",
    "“The security of our people is para~mount,” the secretary general told reporters. “We are "
    "prepared to resume the train~ing when the situ~ation permits, and not a day earlier.”",
    "The mission in Iraq has several hundred members and was set up at the request of the "
    "govern~ment, to prevent the return of armed groups.",
    "A cross-border attack would be another matter, said a long-serving diplomat who asked not to "
    "be named.",
)
NAMES = ("Anna Arden", "Boris Bell", "Chiara Conti", "Dana Dole", "Emil Ek")
PARAGRAPHS = tuple(f"{text} {name} wrote it down." for name in NAMES for text in SENTENCES)
PLAIN = tuple(text.replace("~", "") for text in PARAGRAPHS)


def read(*pages: Sequence[Text], password: str = "", **options: object) -> Contents:
    info = options.pop("info", None)
    data = make_pdf(pages, info)  # type: ignore[arg-type]
    return read_pdf_file(Incoming("a.pdf", data, options=Options(password, **options)))  # type: ignore[arg-type]


def article(*pages: Sequence[Text], **options: object) -> Article:
    return read(*pages, **options).articles[0]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("parting", [False, True])
def test_columns_are_read_one_after_the_other(count: int, indent: str, parting: bool) -> None:
    lines = set_lines(PARAGRAPHS, letters_of(count), indent, parting)
    pages = columns(lines, count)
    found = article([HEADLINE, *pages[0]], *pages[1:])
    assert found.headline == HEADLINE.text
    assert found.provenance["headline"] == "largest print"
    assert found.paragraphs == PLAIN
    assert len(found.page_starts) == len(pages)


def test_columns_that_were_drawn_row_by_row_are_read_as_columns() -> None:
    pages = columns(set_lines(PARAGRAPHS, letters_of(3)), 3)
    drawn = [sorted(page, key=lambda text: (-text.y, text.x)) for page in pages]
    assert article([HEADLINE, *drawn[0]], *drawn[1:]).paragraphs == PLAIN


def test_columns_that_were_drawn_in_any_order_are_read_as_columns() -> None:
    page = [HEADLINE, *columns(set_lines(PARAGRAPHS[:10], letters_of(2)), 2)[0]]
    random.Random(3).shuffle(page)
    assert article(page).paragraphs == PLAIN[:10]


def test_stories_side_by_side_stay_apart() -> None:
    page = [
        Text(50, 770, "The Example Times", 24),
        Text(50, 720, "Training halted", 14), Text(300, 720, "Markets calm", 14),
        *column(set_lines(PARAGRAPHS[:4], 48), 50, 690, 8),
        *column(set_lines(PARAGRAPHS[4:8], 48), 300, 690, 8),
    ]  # fmt: skip
    assert article(page).paragraphs == (
        "Training halted", *PLAIN[:4], "Markets calm", *PLAIN[4:8],
    )  # fmt: skip


def test_running_lines_and_page_numbers_are_set_aside() -> None:
    lines = set_lines(PARAGRAPHS, 90)
    pages = [
        [
            Text(50, 810, f"The Example Times   6 January 2020   A{number}"),
            *column(lines[start : start + 20], 50, 740),
            Text(290, 30, str(number)),
        ]
        for number, start in enumerate(range(0, len(lines), 20), 4)
    ]
    found = article([HEADLINE, *pages[0]], *pages[1:])
    assert found.paragraphs == PLAIN
    assert [item.text for item in found.set_aside] == ["The Example Times 6 January 2020 A4"]
    assert [(p.field, p.value, p.place) for p in found.proposals] == [
        ("published", "2020-01-06", "page header")
    ]


def test_a_page_that_a_browser_printed_gives_its_address() -> None:
    lines = column(set_lines(PARAGRAPHS[:4], 90), 50, 740)
    page = [
        Text(30, 825, "1/22/2020, 10:11 AM"), Text(250, 825, "Alliance halts its training"),
        HEADLINE, *lines, Text(30, 12, "https://www.example.org/world/alliance-halts?utm_source=x"),
        Text(540, 12, "1/1"),
    ]  # fmt: skip
    found = article(page)
    assert found.url == "https://www.example.org/world/alliance-halts"
    assert found.provenance["url"] == "page footer"
    assert found.paragraphs == PLAIN[:4]
    assert found.published == ""


def test_byline_and_date_below_the_headline_are_read() -> None:
    page = [
        HEADLINE, Text(50, 735, "By Jane Example"), Text(50, 715, "January 6, 2020 10:15 AM"),
        *column(set_lines(PARAGRAPHS[:4], 90), 50, 690),
    ]  # fmt: skip
    found = article(page)
    assert (found.byline, found.published) == ("Jane Example", "2020-01-06T10:15:00")
    assert found.paragraphs == PLAIN[:4]


def test_what_the_file_says_of_itself_is_only_proposed() -> None:
    info = {
        "Title": "Template for press",
        "Author": "Desk Six",
        "CreationDate": "D:20200107120000Z",
    }
    found = article([HEADLINE, *column(set_lines(PARAGRAPHS[:3], 90), 50, 700)], info=info)
    assert (found.headline, found.byline, found.published) == (HEADLINE.text, "", "")
    assert {(p.field, p.value) for p in found.proposals} == {
        ("byline", "Desk Six"), ("published", "2020-01-07"),
    }  # fmt: skip


@pytest.mark.parametrize("title", ["Microsoft Word - a.docx", "Untitled-1", "a.indd"])
def test_a_title_that_a_program_made_is_not_proposed(title: str) -> None:
    page = column(set_lines(PARAGRAPHS[:3], 90), 50, 700)
    assert not article(page, info={"Title": title}).proposals


def test_text_that_runs_up_the_side_is_set_aside() -> None:
    side = Text(580, 200, "Photo: Jane Example for The Example Times", 7, turned=1)
    found = article([HEADLINE, *column(set_lines(PARAGRAPHS[:4], 90), 50, 700), side])
    assert found.paragraphs == PLAIN[:4]
    assert [(item.kind, item.text) for item in found.set_aside] == [("caption", side.text)]


@pytest.mark.parametrize("turned", [1, -1])
def test_a_page_that_lies_on_its_side_is_read_all_the_same(turned: int) -> None:
    lines = [*column(set_lines(PARAGRAPHS[:4], 90), 50, 500), Text(290, 25, "4")]
    up = [Text(595 - text.y, text.x, text.text, text.size, 1) for text in lines]
    down = [Text(text.y, 842 - text.x, text.text, text.size, -1) for text in lines]
    assert article(up if turned == 1 else down).paragraphs == PLAIN[:4]


def test_a_protected_file_says_so_and_takes_its_password() -> None:
    page = [HEADLINE, *column(set_lines(PARAGRAPHS[:3], 90), 50, 700)]
    data = make_pdf([page], password="baghdad")
    with pytest.raises(PasswordNeeded, match=r"“a\.pdf”: the document needs its password"):
        read_bytes("a.pdf", data)
    with pytest.raises(PasswordNeeded, match="this is not its password"):
        read_pdf_file(Incoming("a.pdf", data, options=Options("tehran")))
    contents = read_pdf_file(Incoming("a.pdf", data, options=Options("baghdad")))
    assert contents.articles[0].paragraphs == PLAIN[:3]


def test_pictures_of_pages_are_refused_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    ocr.languages.cache_clear()
    with pytest.raises(PicturesOnly, match="pictures of pages and no text") as refused:
        read((), ())
    ocr.languages.cache_clear()
    assert "not installed" in refused.value.hint


def test_a_page_number_on_a_picture_is_no_text() -> None:
    with pytest.raises(PicturesOnly):
        read([], [Text(290, 30, "2")], [Text(290, 30, "3")])


def test_a_picture_among_pages_of_text_is_mentioned() -> None:
    pages = columns(set_lines(PARAGRAPHS, letters_of(2)), 2, rows=20)
    contents = read(pages[0], (), *pages[1:])
    assert contents.warnings == ["Page 2 is a picture without text; it was left out."]
    found = contents.articles[0]
    assert found.paragraphs == PLAIN
    assert found.page_at(len(found.body) - 1) == len(pages) + 1


def garbled(page: Sequence[Text]) -> list[Text]:
    """A page of a font that does not say which letters it draws, as readers get it."""
    return [t._replace(text="".join(chr(ord(c) - 29) if c > "=" else "\x11" if c != " " else c
                                    for c in t.text if ord(c) < 128)) for t in page]  # fmt: skip


def test_letters_that_cannot_be_read_are_said_to_be_so() -> None:
    page = column(set_lines(PARAGRAPHS[:4], 90), 50, 700)
    with pytest.raises(PicturesOnly, match="letters in the PDF file cannot be read as text"):
        read(garbled(page), garbled(page))


def test_a_page_whose_letters_cannot_be_read_is_left_out_with_a_word() -> None:
    pages = columns(set_lines(PARAGRAPHS, letters_of(2)), 2, rows=20)
    contents = read(pages[0], garbled(pages[1]), *pages[1:])
    assert contents.warnings == [
        "Page 2 is written in letters that cannot be read as text; it was left out."
    ]
    assert contents.articles[0].paragraphs == PLAIN


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="1,501 pages"):
        read(*[[]] * (MOST_PAGES + 1))


def test_a_long_document_is_read_whole() -> None:
    words = [word for word in " ".join(PLAIN).split() if word.isalpha()]
    chance = random.Random(1)
    texts = [f"A{' '.join(chance.sample(words, 40))}." for _ in range(1000)]
    lines = set_lines(texts, 90)
    pages = [column(lines[at : at + 60], 50, 780) for at in range(0, len(lines), 60)]
    found = article(*pages)
    assert found.paragraphs == tuple(texts)
    assert len(found.page_starts) == len(pages)
    assert list(found.page_starts) == sorted(found.page_starts)


@pytest.mark.parametrize("seed", range(6))
def test_damaged_files_give_an_article_or_a_clear_word(seed: int) -> None:
    chance = random.Random(seed)
    whole = make_pdf(columns(set_lines(PARAGRAPHS[:6], letters_of(2)), 2), {"Title": "T"})
    for _ in range(50):
        data = bytearray(
            whole[: chance.randrange(8, len(whole))] if chance.random() < 0.5 else whole
        )
        for _ in range(chance.randrange(0, 30)):
            data[chance.randrange(8, len(data))] = chance.randrange(256)
        try:
            assert read_bytes("a.pdf", bytes(data)).articles[0].body
        except BriefingError as error:
            assert error.message.startswith("“a.pdf”") and error.hint


ARABIC = (
    "إيران تطلق صواريخ على قاعدة عين الأسد",
    "قال الأمين العام لحلف شمال الأطلسي إن الحلف علّق مهمة التدريب في العراق بعد الضربة، وأضاف في "
    "6 يناير 2020 أن الحلف (NATO) سيستأنف التدريب عندما يسمح الوضع الأمني بذلك في بغداد.",
    "وأكد المتحدث أن نسبة 12.5% من القوات نُقلت إلى الكويت مؤقتاً، وقال: «سنعود قريباً».",
)


def test_arabic_is_read_in_order(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "arabic.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(96)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    direction = QTextOption(Qt.AlignmentFlag.AlignLeft)
    direction.setTextDirection(Qt.LayoutDirection.RightToLeft)
    document.setDefaultTextOption(direction)
    document.setDefaultFont(QFont("DejaVu Sans", 11))
    head, *rest = ARABIC
    document.setHtml(f"<h1>{head}</h1>" + "".join(f"<p>{text}</p>" for text in rest))
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    found = read_bytes(path.name, path.read_bytes()).articles[0]
    assert (found.headline, *found.paragraphs) == ARABIC
    assert found.language == "ar"
