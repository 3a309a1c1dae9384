"""What is typed into the search becomes a query, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.query import (
    LONGEST,
    MOST_PARTS,
    All,
    Condition,
    Either,
    Not,
    Query,
    Term,
    dates,
    parse,
)


def word(*words: str, is_open: bool = False) -> Term:
    return Term(words, is_open)


def kinds(typed: str) -> list[tuple[str, str]]:
    return [(problem.kind, problem.text) for problem in parse(typed).problems]


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("", None),
        ("iraq ", word("iraq")),
        ("iraq tro", All((word("iraq"), word("tro", is_open=True)))),
        ("tro* iraq ", All((word("tro", is_open=True), word("iraq")))),
        ('"nato mission" ', word("nato", "mission")),
        ("“nato mission” ", word("nato", "mission")),
        ('"nato missi', word("nato", "missi", is_open=True)),
        ('"nato missi"*', word("nato", "missi", is_open=True)),
        ("al-Maliki ", word("al", "Maliki")),
        ("U.S.", word("U", "S")),
        ("s", word("s")),
        ("ق", word("ق", is_open=True)),
        ("a AND b ", All((word("a"), word("b")))),
        ("a b OR c d ", All((word("a"), Either((word("b"), word("c"))), word("d")))),
        ("(a b) OR c ", Either((All((word("a"), word("b"))), word("c")))),
        ("a NOT b ", All((word("a"), Not(word("b"))))),
        ('-"a b" c ', All((Not(word("a", "b")), word("c")))),
        ("-(a OR b) ", Not(Either((word("a"), word("b"))))),
        ("and or not ", All((word("and"), word("or"), word("not")))),
        ("outlet:Reuters", Condition("outlet", "Reuters")),
        ('Outlet:"New York Times"', Condition("outlet", "New York Times")),
        ("outlet:“New York Times", Condition("outlet", "New York Times")),
        ("-is:unread", Not(Condition("is", "unread"))),
        ("outlet:a OR outlet:b", Either((Condition("outlet", "a"), Condition("outlet", "b")))),
        ("fleet 😀", word("fleet")),
        ("😀", Term(())),
    ],
)
def test_a_text_has_one_meaning(typed, root):
    assert parse(typed).root == root
    assert kinds(typed) == []


@pytest.mark.parametrize("typed", ['"', "(", "-", "--", "*", "NOT", "outlet:", "date:", "()", ")"])
def test_what_is_only_begun_asks_for_nothing_yet(typed):
    assert parse(typed) == Query(typed)


@pytest.mark.parametrize("typed", ["fleet AND", "fleet OR ", "fleet NOT", "fleet -", "fleet is:unr",
                                   "fleet date:2020-", "fleet date:>", "fleet ("])  # fmt: skip
def test_the_end_may_wait_for_more(typed):
    assert (parse(typed).root, kinds(typed)) in [
        (word("fleet"), []),
        (word("fleet", is_open=True), []),
    ]


@pytest.mark.parametrize(
    ("typed", "root", "problem"),
    [
        ("AND fleet ", All((word("AND"), word("fleet"))), ("operator", "AND")),
        ("a AND OR b ", All((word("a"), Either((word("AND"), word("b"))))), ("operator", "AND")),
        ("(NOT) a ", All((word("NOT"), word("a"))), ("operator", "NOT")),
        ("headline:fleet ", word("headline", "fleet"), ("field", "headline:")),
        ("date:yesterday", Condition("date", "yesterday"), ("date", "yesterday")),
        ("is:urgent ", Condition("is", "urgent"), ("state", "urgent")),
    ],
)
def test_what_means_nothing_is_told(typed, root, problem):
    assert parse(typed).root == root
    assert kinds(typed) == [problem]


def test_an_address_is_no_wrong_condition():
    assert kinds("https://example.org/a ") == []


def test_too_much_is_left_out_and_told():
    assert kinds("a " * (MOST_PARTS + 5)) == [("length", "a")]
    assert len(parse("a " * (MOST_PARTS + 5)).terms) == MOST_PARTS
    assert parse("(" * LONGEST * 10).root is None


def test_terms_are_those_that_are_wanted():
    query = parse('a (b OR "c d") -e is:unread f ')
    assert [" ".join(term.words) for term in query.terms] == ["a", "b", "c d", "f"]


def test_conditions_hold_for_everything_and_can_be_left_away():
    query = parse("a OR b is:unread -outlet:x ")
    assert query.conditions == (Condition("is", "unread"),)
    assert query.without_conditions.root == Either((word("a"), word("b")))


@pytest.mark.parametrize(
    ("value", "first_and_last"),
    [
        ("2020", ("2020", "2020")),
        ("2020-1-6", ("2020-01-06", "2020-01-06")),
        ("2020-01-03..2020-01-08", ("2020-01-03", "2020-01-08")),
        ("2020-01-03…2020-01-08", ("2020-01-03", "2020-01-08")),
        ("2020-01-03..", ("2020-01-03", "")),
        ("..2020-02", ("", "2020-02")),
        (">2020-01-05", ("2020-01-05~", "")),
        (">=2020-01", ("2020-01", "")),
        ("<2020-01-05", ("", "2020-01-05!")),
        ("<=2020-01-05", ("", "2020-01-05")),
        ("..", None),
        ("soon", None),
        ("20", None),
        ("", None),
    ],
)
def test_dates_are_days_months_years_and_spans(value, first_and_last):
    assert dates(value) == first_and_last


@given(st.text(max_size=60) | st.text('"“”*:()-. \0ANDORNTaisdteul<>2', max_size=60))
def test_any_text_is_a_query(typed):
    query = parse(typed)
    assert query.text == str(query) == typed
    assert all(isinstance(term, Term) for term in query.terms)
    assert query.without_conditions.conditions == ()
