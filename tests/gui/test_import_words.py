"""What the window says of an import."""

from __future__ import annotations

from briefing_app.gui.import_words import import_summary, outcome_words, reason_words
from briefing_app.importing import ImportReport, ImportRow, Outcome

IMPORTED = ImportRow("/a/one.txt", Outcome.IMPORTED, ("1",))
UNDATED = ImportRow("/a/two.txt", Outcome.INCOMPLETE, ("2",), ("published",))
BARE = ImportRow("/a/three.txt", Outcome.INCOMPLETE, ("3",), ("headline", "publisher", "published"))
KNOWN = ImportRow("/a/four.txt", Outcome.DUPLICATE, ("1",), reason="It is there.")
REFUSED = ImportRow("/a/five.pdf", Outcome.REFUSED, reason="No reader takes it.")


def test_the_summary_counts_what_happened() -> None:
    rows = (IMPORTED, IMPORTED, UNDATED, KNOWN)
    expected = "3 imported, 1 already in the library, 1 needs a date"
    assert import_summary(ImportReport(rows)) == expected


def test_articles_that_lack_different_things_are_called_incomplete() -> None:
    text = import_summary(ImportReport((UNDATED, BARE)))
    assert text == "2 imported, 2 are incomplete"


def test_refusals_alone_are_no_import() -> None:
    assert import_summary(ImportReport((REFUSED,))) == "1 could not be read"
    assert import_summary(ImportReport(())) == "Nothing to import was found"


def test_every_outcome_has_words_of_its_own() -> None:
    assert len({outcome_words(ImportRow("a", outcome)) for outcome in Outcome}) == len(Outcome)


def test_the_remark_says_what_is_missing_and_why() -> None:
    assert reason_words(UNDATED) == "It does not say its date."
    assert reason_words(REFUSED) == "No reader takes it."
    assert reason_words(IMPORTED) == ""
    warned = ImportRow("a", Outcome.IMPORTED, ("1",), warnings=("Two texts in it.",))
    assert reason_words(warned) == "Two texts in it."
