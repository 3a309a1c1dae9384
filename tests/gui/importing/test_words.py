"""What the window says of an import."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing_app.domain.article import ArticleRow
from briefing_app.domain.doubts import Doubt, Reason
from briefing_app.errors import PasswordNeeded, PicturesOnly
from briefing_app.gui.importing.words import (
    import_summary,
    outcome_words,
    reason_words,
    replaced_words,
    said_of_one,
    skipped_words,
    with_unread,
)
from briefing_app.importing import NO_ARTICLE, ImportReport, ImportRow, Likeness, Outcome, Twin
from briefing_app.importing.decisions import Replaced
from briefing_app.reading_pool import Wanted

IMPORTED = ImportRow("/a/one.txt", Outcome.IMPORTED, ("1",))
UNDATED = ImportRow("/a/two.txt", Outcome.INCOMPLETE, ("2",), ("published",))
BARE = ImportRow("/a/three.txt", Outcome.INCOMPLETE, ("3",), ("headline", "publisher", "published"))
KNOWN = ImportRow("/a/four.txt", Outcome.DUPLICATE, ("1",), reason="It is there.")
REFUSED = ImportRow("/a/five.pdf", Outcome.REFUSED, reason="No reader takes it.")


def test_the_summary_counts_what_happened() -> None:
    rows = (IMPORTED, IMPORTED, UNDATED, KNOWN)
    expected = "3 imported, 1 already in the library, 1 needs a date"
    assert import_summary(ImportReport(rows)) == expected


def test_one_article_is_told_by_its_headline() -> None:
    assert said_of_one(IMPORTED, "Allies meet") == "“Allies meet” is imported"
    assert said_of_one(KNOWN, "Allies meet") == "“Allies meet” is in the library already"
    assert said_of_one(BARE, "") == (
        "The article is imported, and needs a headline, an outlet and a date"
    )
    assert said_of_one(IMPORTED, "Allies meet " * 20).endswith("meet…” is imported")


def test_an_address_that_a_known_article_got_is_said() -> None:
    lent = ImportRow("pasted text", Outcome.DUPLICATE, ("1",), reason="It is there.", lent=1)
    assert import_summary(ImportReport((lent,))) == "1 already in the library, address added"


def test_articles_that_lack_different_things_are_called_incomplete() -> None:
    text = import_summary(ImportReport((UNDATED, BARE)))
    assert text == "2 imported, 2 are incomplete"


def test_refusals_alone_are_no_import() -> None:
    assert import_summary(ImportReport((REFUSED,))) == "1 could not be read"
    assert import_summary(ImportReport(())) == "Nothing to import was found"


def test_every_outcome_and_likeness_has_words_of_its_own() -> None:
    rows = [
        ImportRow("a", outcome, missing=("headline",))
        for outcome in Outcome
        if outcome is not Outcome.ALIKE
    ]
    rows += [ImportRow("a", Outcome.ALIKE, twins=(Twin("1", "2", like),)) for like in Likeness]
    rows.append(ImportRow("a", Outcome.REFUSED, error=PasswordNeeded("a")))
    rows.append(ImportRow("a", Outcome.REFUSED, error=PicturesOnly("a")))
    rows.append(ImportRow("a.zip", Outcome.INCOMPLETE, warnings=("2 links were left out.",)))
    assert len({outcome_words(row) for row in rows}) == len(rows)


def test_an_article_that_is_alike_names_the_other_one() -> None:
    known = ArticleRow("2", "Allies meet", "Reuters", "2020-01-06", "", False, 0, 0, (), "")
    twins = tuple(Twin(str(n), "2", Likeness.COPY) for n in range(3))
    row = ImportRow("a", Outcome.ALIKE, ("0",), twins=twins)
    said = "Much the same text as “Allies meet” (Reuters, 6 Jan 2020): perhaps a wire copy."
    assert reason_words(row, {"2": known}) == f"{said} So are 2 more of its articles."
    assert "gone now" in reason_words(row, {})
    two = replace(row, twins=twins[:2])
    assert reason_words(two, {"2": known}) == f"{said} So is one more of its articles."


def test_of_an_export_is_said_how_many_articles_it_has_and_that_only_one_is_alike() -> None:
    export = ImportRow("/a/export.txt", Outcome.IMPORTED, ("1", "2", "3"))
    assert reason_words(export) == "3 articles."
    known = ArticleRow("9", "", "Reuters", "", "", False, 0, 0, (), "")
    alike = replace(export, outcome=Outcome.ALIKE, twins=(Twin("2", "9", Likeness.NEAR),))
    assert reason_words(alike, {"9": known}) == (
        "3 articles, one of them like another. "
        "Nearly the same text as an article without a headline (Reuters)."
    )


def test_what_was_skipped_of_an_export_is_told_from_the_whole_of_it() -> None:
    assert skipped_words(ImportRow("a", Outcome.ALIKE))[0] == "Skipped"
    result, remark = skipped_words(ImportRow("a", Outcome.ALIKE, ("1", "3")))
    assert result == "Skipped in part"
    assert remark.endswith("Undo brings it back. 2 articles of it stay.")


def test_a_file_that_is_there_already_names_its_article() -> None:
    known = ArticleRow("1", "Allies meet", "Reuters", "2020-01-06", "", False, 0, 0, (), "")
    said = "It is there. It is “Allies meet” (Reuters, 6 Jan 2020)."
    assert reason_words(KNOWN, {"1": known}) == said
    assert reason_words(KNOWN) == "It is there."


def test_the_fate_of_passages_is_said() -> None:
    assert replaced_words([Replaced()]) == "The older version gave way."
    assert "1 passage moved along" in replaced_words([Replaced(1)])
    both = replaced_words([Replaced(2, 1), Replaced(1, 1)])
    assert both.startswith("3 passages moved along. 2 passages are not in the new text")


def test_the_remark_says_what_is_missing_and_why() -> None:
    assert reason_words(UNDATED) == "It does not say its date."
    assert reason_words(REFUSED) == "No reader takes it."
    assert reason_words(IMPORTED) == ""
    warned = ImportRow("a", Outcome.IMPORTED, ("1",), warnings=("Two texts in it.",))
    assert reason_words(warned) == "Two texts in it."
    large = ImportRow("a", Outcome.IMPORTED, ("1",), is_unkept=True)
    assert reason_words(large) == "The file is too large to be kept in the briefing; its text is."


def test_files_that_hold_several_articles_are_told_from_their_articles() -> None:
    feed = ImportRow("/a/feed.rss", Outcome.IMPORTED, ("1", "2", "3"))
    assert import_summary(ImportReport((feed,))) == "3 articles imported from one file"
    text = import_summary(ImportReport((feed, replace(UNDATED, place=1))))
    assert text == "4 articles imported from 2 files, 1 needs a date"
    text = import_summary(ImportReport((feed, replace(UNDATED, path="/a/feed.rss/two"))))
    assert text == "4 articles imported from one file, 1 needs a date"


def test_files_that_an_import_did_not_get_to_are_in_its_report() -> None:
    files = [Wanted(Path(name)) for name in ("/a/one.txt", "/a/box.mbox", "/a/two.txt", "/a/3.txt")]
    rows = (
        IMPORTED,
        ImportRow("/a/box.mbox", Outcome.REFUSED, reason=NO_ARTICLE, place=1),
        ImportRow("/a/two.txt", Outcome.DUPLICATE, ("1",), place=2),
    )
    report = with_unread(ImportReport(rows), files, {2}, "The disk is full.")
    told = [(row.path, row.outcome) for row in report.rows]
    assert told == [
        ("/a/one.txt", Outcome.IMPORTED),
        ("/a/box.mbox", Outcome.UNREAD),
        ("/a/two.txt", Outcome.DUPLICATE),
        ("/a/3.txt", Outcome.UNREAD),
    ]
    assert outcome_words(report.rows[-1]) == "Not read"
    assert reason_words(report.rows[-1]) == "The disk is full."
    assert with_unread(ImportReport(rows), files, range(4)) == ImportReport(rows)


def test_dates_that_do_not_add_up_are_said() -> None:
    doubts = (Doubt("published", Reason.IN_FUTURE), Doubt("updated", Reason.BEFORE_PUBLISHED))
    row = ImportRow("/a/odd.html", Outcome.IMPORTED, ("9",), doubts=doubts)
    assert import_summary(ImportReport((IMPORTED, row))) == "2 imported, 1 with an odd date"
    assert outcome_words(row) == "Odd date"
    told = "Its date lies in the future. Its update is dated before its publication."
    assert reason_words(row) == told


def test_a_file_that_came_in_names_its_article_last() -> None:
    named = {"9": ArticleRow("9", "Allies meet", "Reuters", "2020-01-06", "", False, 0, 0, (), "")}
    row = ImportRow("/a/one.txt", Outcome.IMPORTED, ("9",))
    assert reason_words(row, named) == "“Allies meet” (Reuters, 6 Jan 2020)"
    undated = replace(row, outcome=Outcome.INCOMPLETE, missing=("published",))
    said = "It does not say its date. It is “Allies meet” (Reuters, 6 Jan 2020)."
    assert reason_words(undated, named) == said
    assert reason_words(replace(row, article_ids=("9", "8")), named) == "2 articles."


def test_a_headline_from_right_to_left_leaves_the_words_around_it_in_their_order() -> None:
    row = ImportRow("/a/one.txt", Outcome.IMPORTED, ("9",))
    named = {"9": ArticleRow("9", "سفن تغادر", "الميناء", "2020-01-06", "", False, 0, 0, (), "")}
    said = "\u2068“سفن تغادر”\u2069 (\u2068الميناء\u2069, 6 Jan 2020)"
    assert reason_words(row, named) == said
    assert said_of_one(row, "سفن تغادر") == "\u2068“سفن تغادر”\u2069 is imported"
