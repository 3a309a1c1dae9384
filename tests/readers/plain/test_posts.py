"""Posts copied from X and Telegram."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read_text

FIRST = (
    "BREAKING: The first trainers have left the camp, two officials of the alliance tell me. 1/3"
)
SECOND = "They say that nobody has decided anything about the mission as such. 2/3"
THIRD = "The ministry declined to say how many remain 3/3"


def only(text: str) -> Article:
    (article,) = read_text(text).articles
    return article


def proposed(article: Article) -> dict[str, str]:
    return {proposal.field: proposal.value for proposal in article.proposals}


THREAD = f"""Post

See new posts

Conversation

Jane Doe
@jdoe
{FIRST}
9:42 AM · Jan 6, 2020 · Twitter for iPhone
124 Retweets 31 Quote Tweets 402 Likes

Jane Doe
@jdoe
·
Jan 7, 2020
Replying to @jdoe
{SECOND}

Jane Doe
@jdoe
·
Jan 7, 2020
{THIRD}
12.4K
Views
"""


def test_a_thread_keeps_all_its_posts_and_none_of_the_buttons() -> None:
    article = only(THREAD)
    assert article.paragraphs == (FIRST, SECOND, THIRD)
    assert article.headline == ""
    assert article.published == "2020-01-06T09:42:00"
    assert proposed(article) == {"byline": "Jane Doe"}


def test_who_answers_is_named_in_the_text() -> None:
    article = only(THREAD.replace("\nJane Doe\n@jdoe\n·", "\nJohn Roe\n@jroe\n·", 1))
    assert article.paragraphs == (FIRST, "John Roe", SECOND, THIRD)


def test_messages_of_telegram_come_without_their_heads() -> None:
    article = only(
        f"War Notes, [06.01.2020 14:32]\n[Forwarded from Harbor Channel]\n{FIRST}\n\n"
        f"War Notes, [06.01.2020 15:10]\n{SECOND}\n"
    )
    assert article.paragraphs == (FIRST, SECOND)
    assert (article.headline, article.published) == ("", "2020-01-06T14:32:00")
    assert proposed(article) == {"byline": "War Notes"}


def test_a_date_that_reads_in_two_ways_is_proposed() -> None:
    article = only(f"War Notes, [1/6/2020 2:32 PM]\n{FIRST}\n")
    assert article.published == ""
    assert proposed(article)["published"] == "2020-01-06"


def test_a_message_passed_on_has_no_headline() -> None:
    article = only(f"War Notes\nForwarded from Harbor Channel\n{FIRST}\n12.4K views edited 14:32\n")
    assert (article.headline, article.body) == ("", FIRST)


@pytest.mark.parametrize("below", ["@jdoe", "@jdoe · January 6, 2020"])
def test_an_article_whose_author_has_a_handle_is_no_post(below: str) -> None:
    article = only(f"The trainers leave\nJane Doe\n{below}\n\n{FIRST}\n\n{SECOND}\n")
    assert article.headline == "The trainers leave"
    assert FIRST in article.body


@pytest.mark.parametrize(
    "said", ["On January 3, 2020 they left Iraq.", "March 3, 2020 is the day on which they vote"]
)
def test_words_of_a_post_with_a_date_are_text(said: str) -> None:
    article = only(f"Jane Doe\n@jdoe\n·\nJan 6, 2020\n{FIRST}\n{said}\n2020年1月7日")
    assert article.paragraphs == (FIRST, said)
    assert article.published == "2020-01-06"
