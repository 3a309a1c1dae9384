"""What the window says of an import."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from textwrap import shorten

from PySide6.QtCore import QCoreApplication

from briefing_app.domain.article import ArticleRow
from briefing_app.domain.doubts import Doubt, Reason
from briefing_app.errors import PasswordNeeded, PicturesOnly
from briefing_app.gui.dates import shown_date
from briefing_app.gui.direction import amid_others
from briefing_app.gui.particulars import doubt_words, field_words
from briefing_app.importing import (
    NO_ARTICLE,
    ImportReport,
    ImportRow,
    Likeness,
    Outcome,
    Twin,
)
from briefing_app.importing.decisions import Replaced
from briefing_app.readers import printable
from briefing_app.reading_pool import Wanted

HEADLINE = 90
"""Characters of a headline in a line about one article."""

_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, separators of lines, and what turns the direction of writing round."""


def import_summary(report: ImportReport) -> str:
    """One line, e.g. "3 imported, 1 already in the library, 1 needs a date"."""
    counts = {outcome: report.count(outcome) for outcome in Outcome}
    stored, articles = sum(row.is_stored for row in report.rows), len(report.article_ids)
    parts = []
    if stored:
        if articles > stored:
            # Those that the user named: messages of a mail folder have rows, but are no files.
            files = len({row.place for row in report.rows if row.is_stored})
            text = _say("{articles} articles imported from {files} files")
            text = text if files > 1 else _say("{articles} articles imported from one file")
            parts.append(text.format(articles=f"{articles:,}", files=f"{files:,}"))
        else:
            parts.append(_say("{n} imported").format(n=f"{stored:,}"))
    if counts[Outcome.DUPLICATE]:
        parts.append(_say("{n} already in the library").format(n=f"{counts[Outcome.DUPLICATE]:,}"))
    if any(row.lent for row in report.rows):
        parts.append(_say("address added"))
    if counts[Outcome.ALIKE]:
        parts.append(_say("{n} much like others").format(n=f"{counts[Outcome.ALIKE]:,}"))
    incomplete = [row for row in report.rows if row.outcome is Outcome.INCOMPLETE and row.missing]
    if incomplete:
        parts.append(_needs(incomplete))
    odd = sum(bool(row.doubts) for row in report.rows)
    if odd:
        text = _say("{n} with an odd date") if odd == 1 else _say("{n} with odd dates")
        parts.append(text.format(n=f"{odd:,}"))
    if counts[Outcome.REFUSED]:
        parts.append(_say("{n} could not be read").format(n=f"{counts[Outcome.REFUSED]:,}"))
    if counts[Outcome.UNREAD]:
        parts.append(_say("{n} not read").format(n=f"{counts[Outcome.UNREAD]:,}"))
    return ", ".join(parts) or _say("Nothing to import was found")


def said_of_one(row: ImportRow, headline: str) -> str:
    """One line about a file with one article, which may have no headline."""
    short = amid_others(f"“{shorten(headline, HEADLINE, placeholder='…')}”")
    name = short if headline else _say("The article")
    if row.outcome is Outcome.DUPLICATE:
        return _say("{name} is in the library already").format(name=name)
    text = (
        _say("{name} is imported, and needs {what}") if row.missing else _say("{name} is imported")
    )
    return text.format(name=name, what=_wanted(row))


def outcome_words(row: ImportRow) -> str:
    """What became of a file."""
    if row.outcome is Outcome.ALIKE:
        return _likeness(row.twins[0].likeness)
    if row.outcome is Outcome.REFUSED and isinstance(row.error, PasswordNeeded):
        return _say("Needs its password")
    if row.outcome is Outcome.REFUSED and isinstance(row.error, PicturesOnly):
        return _say("Pictures of text")
    if row.outcome is Outcome.INCOMPLETE and not row.missing:
        return _say("Partly imported")
    if row.outcome is Outcome.IMPORTED and row.doubts:
        return _say("Odd date")
    words = {
        Outcome.IMPORTED: _say("Imported"),
        Outcome.INCOMPLETE: _say("Incomplete"),
        Outcome.DUPLICATE: _say("Already there"),
        Outcome.REFUSED: _say("Not imported"),
        Outcome.UNREAD: _say("Not read"),
    }
    return words[row.outcome]


def reason_words(row: ImportRow, known: Mapping[str, ArticleRow] | None = None) -> str:
    """Why, and what there is to do; of a file that is one article, which one it is.

    known  articles of the library by their ids: those of the twins, and the own one
    """
    there = known or {}
    parts = [_counted(row), *(_twin(twin, there.get(twin.known_id)) for twin in row.twins[:1])]
    more = len(row.twins) - 1
    if more > 0:
        one, many = (
            _say("So is one more of its articles."),
            _say("So are {n} more of its articles."),
        )
        parts.append((one if more == 1 else many).format(n=more))
    if row.missing:
        names = _listed([_particular(name) for name in row.missing])
        parts.append(_say("It does not say its {particulars}.").format(particulars=names))
    parts += [_doubt(doubt) for doubt in row.doubts]
    parts += [_without_name(row), *row.warnings]
    if row.is_unkept:
        parts.append(_say("The file is too large to be kept in the briefing; its text is."))
    parts = [part for part in parts if part]
    own = there.get(row.article_ids[0]) if len(row.article_ids) == 1 else None
    if own is not None and own.headline and not row.twins:
        named = _article(own)
        parts.append(_say("It is {article}.").format(article=named) if parts else named)
    return " ".join(parts)


def with_unread(
    report: ImportReport, files: Sequence[Wanted], done: Container[int], why: str = ""
) -> ImportReport:
    """The report of an import that may have ended early, with a row for each file left out.

    done  the places of the files that were read to their end and stored
    why   it ended; "" where the user stopped it
    """
    names = [printable(file.path) for file in files]
    # A file that is an article itself has its row, even if its end was not heard of.
    own = (row for row in report.rows if row.path == names[row.place] and row.reason != NO_ARTICLE)
    whole = {row.place for row in own if row.article_ids or row.outcome is Outcome.REFUSED}
    left = [at for at in range(len(files)) if at not in done and at not in whole]
    if not left:
        return report
    reason = why or _say("The import was stopped before all of it was read. Read it again.")
    # A file of which nothing was stored cannot be said to have no article.
    empty = {row.place for row in report.rows if row.reason == NO_ARTICLE} & set(left)
    rows = [row for row in report.rows if row.place not in empty]
    rows += [ImportRow(names[at], Outcome.UNREAD, reason=reason, place=at) for at in left]
    return ImportReport(tuple(sorted(rows, key=lambda row: row.place)))


def file_name(row: ImportRow) -> str:
    """Of a file, without its folders, on one line."""
    return one_line(_last_part(row.path))


def one_line(text: str) -> str:
    """A name as it can be shown: what would break the line or turn it round is a blank."""
    return _UNSHOWN.sub(" ", text)


def skipped_words(row: ImportRow) -> tuple[str, str]:
    """What became of a file of which what is like others was taken out again, and the remark."""
    left = len(row.article_ids)
    if not left:
        return _say("Skipped"), _say("Taken out again; Undo brings it back.")
    one, many = _say("One article of it stays."), _say("{n} articles of it stay.")
    gone = _say("What is like others was taken out again; Undo brings it back.")
    return _say("Skipped in part"), f"{gone} {(one if left == 1 else many).format(n=f'{left:,}')}"


def replaced_words(fates: list[Replaced]) -> str:
    """What became of the passages of older versions."""
    moved, left = sum(fate.moved for fate in fates), sum(fate.left for fate in fates)
    parts = [_say("The older version gave way.")]
    if moved:
        text = _say("{n} passages moved along.") if moved > 1 else _say("1 passage moved along.")
        parts.append(text.format(n=moved))
    if left:
        parts = parts[1:]
        one = _say("1 passage is not in the new text: it stays with the older version.")
        many = _say("{n} passages are not in the new text: they stay with the older version.")
        parts.append((one if left == 1 else many).format(n=left))
    return " ".join(parts)


def _without_name(row: ImportRow) -> str:
    """Readers begin with the file's name, which stands beside it in the list."""
    reason = row.reason.removeprefix(f"“{_last_part(row.path)}”: ")
    return reason if reason == row.reason else reason[:1].upper() + reason[1:]


def _last_part(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def _likeness(likeness: Likeness) -> str:
    return {
        Likeness.LATER: _say("Later version"),
        Likeness.EARLIER: _say("Earlier version"),
        Likeness.NEAR: _say("Nearly the same"),
        Likeness.COPY: _say("Copy elsewhere"),
        Likeness.ADDRESS: _say("Same address"),
    }[likeness]


def _twin(twin: Twin, known: ArticleRow | None) -> str:
    if known is None:
        return _say("It was much like an article that is gone now.")
    text = {
        Likeness.LATER: _say("A later version of {article}."),
        Likeness.EARLIER: _say("An earlier version of {article}."),
        Likeness.NEAR: _say("Nearly the same text as {article}."),
        Likeness.COPY: _say("Much the same text as {article}: perhaps a wire copy."),
        Likeness.ADDRESS: _say("Has the address of {article}, but another text."),
    }[twin.likeness]
    return text.format(article=_article(known))


def _article(known: ArticleRow) -> str:
    """An article as it is spoken of, e.g. “Allies meet” (Reuters, 6 Jan 2020)."""
    outlet = amid_others(known.publisher)
    about = ", ".join(filter(None, (outlet, shown_date(known.published))))
    name = amid_others(f"“{known.headline}”") if known.headline else ""
    name = name or _say("an article without a headline")
    return f"{name} ({about})" if about else name


def _counted(row: ImportRow) -> str:
    """How many articles a file has brought in, where it is more than one."""
    count = len(row.article_ids)
    if not row.is_stored or count < 2:
        return ""
    one_alike = len(row.twins) == 1
    text = _say("{n} articles, one of them like another.") if one_alike else _say("{n} articles.")
    return text.format(n=f"{count:,}")


def _doubt(doubt: Doubt) -> str:
    if doubt.reason is Reason.BEFORE_PUBLISHED:
        return _say("Its update is dated before its publication.")
    if doubt.reason is Reason.IN_FUTURE:
        updated = _say("Its update is dated in the future.")
        return updated if doubt.field == "updated" else _say("Its date lies in the future.")
    text = _say("{date}: {doubt}.")
    return text.format(date=field_words(doubt.field), doubt=doubt_words(doubt))


def _needs(rows: list[ImportRow]) -> str:
    if len({row.missing for row in rows}) > 1:
        return _say("{n} are incomplete").format(n=len(rows))
    text = _say("1 needs {what}") if len(rows) == 1 else _say("{n} need {what}")
    return text.format(n=len(rows), what=_wanted(rows[0]))


def _wanted(row: ImportRow) -> str:
    articles = {"headline": _say("a headline"), "publisher": _say("an outlet"),
                "published": _say("a date")}  # fmt: skip
    return _listed([articles[name] for name in row.missing])


def _particular(name: str) -> str:
    return {"headline": _say("headline"), "publisher": _say("outlet"),
            "published": _say("date")}[name]  # fmt: skip


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _say("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _say(text: str) -> str:
    return QCoreApplication.translate("ImportWords", text)
