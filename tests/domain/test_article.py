from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.article import Article, Original


def test_the_digest_of_an_original_is_that_of_its_bytes() -> None:
    # FIPS 180-2, appendix B.1
    assert Original("a.txt", "text/plain", b"abc").sha256 == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


def test_missing_particulars_are_named_in_the_order_of_a_citation() -> None:
    assert Article("", "text").missing == ("headline", "publisher", "published")
    assert Article("H", "text", publisher="P").missing == ("published",)
    assert Article("H", "text", publisher="P", published="2020-01").missing == ()


def test_an_empty_body_has_no_paragraphs() -> None:
    assert Article("H", "").paragraphs == ()
    assert Article("H", "one\ntwo").paragraphs == ("one", "two")


@given(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1), min_size=1), st.data())
def test_every_position_lies_in_the_paragraph_that_holds_it(
    paragraphs: list[str], data: st.DataObject
) -> None:
    article = Article("H", "\n".join(paragraphs))
    number = data.draw(st.integers(1, len(paragraphs)))
    start = sum(len(p) + 1 for p in paragraphs[: number - 1])
    position = start + data.draw(st.integers(0, len(paragraphs[number - 1]) - 1))
    assert article.paragraph_at(position) == number


def test_articles_made_apart_have_names_of_their_own() -> None:
    assert Article("H", "b").id != Article("H", "b").id
