"""Forms are data: folders that all hold what a memo needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.outline import FIELDS, Layout
from briefing_app.memo import build, form, language
from briefing_app.memo.form import load
from tests.memo.briefings import golden

each_form = pytest.mark.parametrize("name", form.names())
each_language = pytest.mark.parametrize("tag", language.names())


def test_the_information_memo_names_every_header_field() -> None:
    assert set(load("information").fields) == set(FIELDS)


def test_there_are_the_forms_that_offices_use() -> None:
    assert form.names() == [
        "information", "action", "press-summary", "situation", "submission", "talking-points",
    ]  # fmt: skip


@each_language
@each_form
def test_a_form_has_words_in_every_language(name: str, tag: str) -> None:
    loaded = load(name, tag)
    assert loaded.title
    assert loaded.description
    assert loaded.sections
    assert all(loaded.fields.values())
    in_english = {section.title for section in load(name, "en").sections}
    assert len(loaded.sections) == len(in_english)
    assert tag == "en" or {section.title for section in loaded.sections} != in_english


@each_form
def test_the_text_of_a_form_has_room_on_its_page(name: str) -> None:
    page = load(name).page
    assert 0 < page.text_width < page.width
    assert page.margins[0] + page.margins[2] < page.height


@each_form
def test_suggested_sections_are_named_in_words_and_not_by_keys(name: str) -> None:
    assert all(section.title[0].isupper() for section in load(name).sections)


def test_a_form_may_be_in_british_english() -> None:
    assert load("submission").language == "en-GB"
    assert load("submission").months == load("information").months


def test_small_counts_are_words() -> None:
    loaded = load("information")
    assert [loaded.number(n) for n in (0, 1, 10, 11)] == ["none", "one", "ten", "11"]


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-form")


README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.fixture
def own_forms(tmp_path: Path) -> Iterator[Path]:
    """A folder in which forms are looked for; what is put in counts after `look_in`."""
    yield tmp_path
    form.look_in()


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "form.toml").write_text(text, encoding="utf-8")
    form.look_in(folder)


def as_told() -> str:
    """The form that the README shows."""
    return README.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]


def test_the_form_of_the_readme_works_as_told(own_forms: Path) -> None:
    put(own_forms, "weekly", as_told())
    assert form.problems() == []
    assert "weekly" in form.names()
    weekly = load("weekly")
    assert (weekly.title, weekly.fields["week"]) == ("Weekly notes", "Week")
    assert [s.title for s in weekly.sections] == ["What happened", "Next week"]
    assert [s.title for s in load("weekly", "de").sections] == ["Was geschehen ist", "Next week"]
    assert (weekly.limits.body_pages, weekly.annexes) == (1, ("sources",))
    briefing = golden()
    memo = build(replace(briefing, memo=replace(briefing.memo, form="weekly")))
    assert memo.title == "Weekly notes"


def test_the_readme_names_every_layout_and_every_annex() -> None:
    told = README.read_text(encoding="utf-8").split("## Forms")[1].split("## How it is built")[0]
    annexes = {annex for name in form.names() for annex in load(name).annexes}
    assert [word for word in (*Layout, *annexes) if word not in told] == []
    keys = {"closing", "numbering", "likelihood", "language", "labels", "limits", "description"}
    assert [key for key in keys if key not in told] == []


def test_a_form_of_the_users_takes_the_place_of_ours(own_forms: Path) -> None:
    ours = load("situation").file("styles.xml")
    put(own_forms, "situation", as_told())
    assert load("situation").title == "Weekly notes"
    assert "week" in load("situation").fields
    assert load("situation").file("styles.xml") == ours


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title = ", "Invalid value"),
        ('title = "x"', "is missing"),
        ("", "faulty is missing"),
        ("page = 1", "is missing"),
    ],
)
def test_a_faulty_form_is_left_out_with_a_word(own_forms: Path, text: str, problem: str) -> None:
    put(own_forms, "faulty", text)
    assert "faulty" not in form.names()
    (told,) = form.problems()
    assert str(own_forms / "faulty" / "form.toml") in told
    assert problem in told


@pytest.mark.parametrize("there", ["a4", "bullets", "en-GB", "[1.0, 1.0, 1.0, 1.0]"])
def test_what_no_form_can_have_leaves_it_out(own_forms: Path, there: str) -> None:
    put(own_forms, "faulty", as_told().replace("# language", "language").replace(there, "none"))
    assert "faulty" not in form.names()
    assert len(form.problems()) == 1


def test_a_memo_whose_form_is_not_here_has_the_default_one() -> None:
    memo = replace(golden().memo, form="of-another-computer")
    assert form.of(memo).name == form.DEFAULT
