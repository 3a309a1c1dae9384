from __future__ import annotations

import pytest

from briefing_app import errors
from briefing_app.errors import BriefingError, QuotesDiffer


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = BriefingError("“a.txt” is empty.", "Save it again.")
    assert str(error) == "“a.txt” is empty. Save it again."
    assert str(BriefingError("“a.txt” is empty.")) == "“a.txt” is empty."


@pytest.mark.parametrize(
    "kind",
    [k for k in vars(errors).values() if isinstance(k, type) and k.__module__ == errors.__name__],
)
def test_every_error_is_one_that_the_user_can_act_on(kind: type[BriefingError]) -> None:
    error = kind("What.", "Do this.")
    assert isinstance(error, BriefingError)
    assert (error.message, error.hint) == ("What.", "Do this.")


def test_differing_quotes_come_with_the_list_of_them() -> None:
    assert QuotesDiffer("Two differ.", differences=(1, 2)).differences == (1, 2)
    assert QuotesDiffer("Two differ.").differences == ()
