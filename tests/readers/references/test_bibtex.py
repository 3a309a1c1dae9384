"""BibTeX lists: braces, macros, accents, and the files of JabRef, Zotero and Mendeley."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.article import ReadFile
from briefing_app.errors import BriefingError
from briefing_app.readers import read, read_bytes
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.references.bibtex import plain_text, read_bibtex
from tests.readers.changed_bytes import outcomes

SEED = Path(__file__).resolve().parents[3] / "seeds" / "library.bib"


def known(fields: str, before: str = "", file: str = "a.txt") -> dict[str, str]:
    """What an entry says of the one file beside the list."""
    data = f"{before}@article{{key,\n{fields},\nfile = {{{file}}}\n}}".encode()
    contents = read_bibtex(Incoming("a.bib", data, beside={"a.txt": b"text"}.get))
    (inner,) = contents.inner
    assert isinstance(inner, Incoming)
    return dict(inner.known.fields)


def test_the_file_of_an_entry_comes_in_with_all_that_the_entry_says() -> None:
    (part,) = read(SEED).parts
    assert isinstance(part, ReadFile)
    (article,) = part.articles
    assert article.headline == "The waiting room: how Jordan lodged the trainers"
    assert article.byline == "Ruth Okafor, Jürgen König"
    assert (article.publisher, article.published) == ("The Meridian Review", "2020-01-14")
    assert article.print_page == "7"
    assert article.provenance["publisher"] == "BibTeX entry"


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"K{\"o}nig and M{\'e}lenchon", "König and Mélenchon"),
        (
            r"\'Etat, \c{c}a, \v{S}koda, \~n, {\aa}, \ss{} \L{}\'od\'z",
            "État, ça, Škoda, ñ, å, ß Łódź",
        ),
        (r"Erdo\u{g}an, \.{I}stanbul, na\"{\i}ve", "Erdoğan, İstanbul, naïve"),
        (r"``Quoted'' --- 3--4 \& 5\% \$6", "“Quoted” — 3–4 & 5% $6"),
        (r"{\textit{The} {USA}}~today", "The USA today"),
        (r"\href{https://x.example}{text}", "text"),
        ("already ünïcode", "already ünïcode"),
    ],
)
def test_letters_are_put_together(latex: str, plain: str) -> None:
    assert plain_text(latex) == plain


def test_macros_months_and_joined_values() -> None:
    fields = known(
        'title = "A {"}quoted{"} " # word # " title", journal = tc, '
        "year = 2020, month = jan, day = 6",
        before='@string{tc = {The Courier}}\n@string(word = "joined")\n@comment{x = {y}}\n',
    )
    assert fields["headline"] == 'A "quoted" joined title'
    assert fields["publisher"] == "The Courier"
    assert fields["published"] == "2020-01-06"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("date = {2020-01-06}", "2020-01-06"), ("date = {2020}", ""), ("year = {2020}", ""),
        ("year = 2020, month = {January 6}", "2020-01-06"),
        ("year = 2020, month = {6~jan}", "2020-01-06"),
        ('year = 2020, month = "1", day = {6}', "2020-01-06"),
    ],
)  # fmt: skip
def test_a_year_is_no_date(date: str, iso: str) -> None:
    assert known(f"title = {{T}}, {date}").get("published", "") == iso


@pytest.mark.parametrize(
    "file",
    ["a.txt", ":a.txt:TXT", "Full Text:a.txt:text/plain", "x:no.pdf:PDF;Text:a.txt:text/plain",
     ":C\\:\\\\Users\\\\x\\\\a.txt:PDF", "/home/x/a.txt", "D:/lib/a.txt"],
)  # fmt: skip
def test_how_programs_write_the_file_of_an_entry(file: str) -> None:
    assert known("title = {T}", file=file)["headline"] == "T"


def test_the_path_that_mendeley_writes_is_read() -> None:
    path = r":C$\backslash$:/Users/x/My{\_}Docs/a.txt:txt"
    assert known("title = {A}", file=path)["headline"] == "A"


@pytest.mark.parametrize("field", ["local-url", "pdf"])
def test_other_programs_name_the_file_in_other_fields(field: str) -> None:
    known_of = known(f"title = {{A}}, {field} = {{file:///Users/x/a.txt}}", file="")
    assert known_of["headline"] == "A"


@pytest.mark.parametrize(
    ("field", "tag"),
    [("langid = {ngerman}", "de"), ("language = {English}", "en"), ("langid = {de-CH}", "de-CH")],
)
def test_a_language_may_be_a_name_or_a_tag(field: str, tag: str) -> None:
    assert known(f"title = {{A}}, {field}")["language"] == tag


def test_others_are_no_author() -> None:
    assert known("title = {A}, author = {Doe, Jane and others}")["byline"] == "Jane Doe"


def test_names_in_both_orders_and_of_organisations() -> None:
    fields = known("title={T}, author={Doe, Jane and John van Roe and {Desk, Foreign}}")
    assert fields["byline"] == "Jane Doe, John van Roe, Desk, Foreign"


@pytest.mark.parametrize(
    "data",
    [b"@article{", b"@article{k, title = {", b'@a{k, title = "' + b"{" * 100_000, b"@" * 100_000,
     b"@article{k, title = {T}" + b" # x" * 50_000, b"@a{k,b=" * 20_000],
)  # fmt: skip
def test_broken_entries_end(data: bytes) -> None:
    try:
        assert read_bytes("a.bib", data).articles == ()
    except BriefingError as error:
        assert error.hint


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    assert {-1, 1} <= outcomes("a.bib", SEED.read_bytes())
