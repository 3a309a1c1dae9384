"""What the window says of an import."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.importing import ImportReport, ImportRow, Outcome


def import_summary(report: ImportReport) -> str:
    """One line, e.g. "3 imported, 1 already in the library, 1 needs a date"."""
    counts = {outcome: report.count(outcome) for outcome in Outcome}
    stored = sum(row.is_stored for row in report.rows)
    parts = []
    if stored:
        parts.append(_say("{n} imported").format(n=stored))
    if counts[Outcome.DUPLICATE]:
        parts.append(_say("{n} already in the library").format(n=counts[Outcome.DUPLICATE]))
    if counts[Outcome.ALIKE]:
        parts.append(_say("{n} much like others").format(n=counts[Outcome.ALIKE]))
    incomplete = [row for row in report.rows if row.outcome is Outcome.INCOMPLETE]
    if incomplete:
        parts.append(_needs(incomplete))
    if counts[Outcome.REFUSED]:
        parts.append(_say("{n} could not be read").format(n=counts[Outcome.REFUSED]))
    return ", ".join(parts) or _say("Nothing to import was found")


def outcome_words(row: ImportRow) -> str:
    """What became of a file."""
    words = {
        Outcome.IMPORTED: _say("Imported"),
        Outcome.INCOMPLETE: _say("Imported, incomplete"),
        Outcome.ALIKE: _say("Imported, like another"),
        Outcome.DUPLICATE: _say("Already in the library"),
        Outcome.REFUSED: _say("Not imported"),
    }
    return words[row.outcome]


def reason_words(row: ImportRow) -> str:
    """Why, and what there is to do, "" when all is well."""
    parts = []
    if row.missing:
        names = _listed([_particular(name) for name in row.missing])
        parts.append(_say("It does not say its {particulars}.").format(particulars=names))
    parts += [text for text in (row.reason, *row.warnings) if text]
    return " ".join(parts)


def _needs(rows: list[ImportRow]) -> str:
    if len({row.missing for row in rows}) > 1:
        return _say("{n} are incomplete").format(n=len(rows))
    wanted = rows[0].missing
    articles = {"headline": _say("a headline"), "publisher": _say("an outlet"),
                "published": _say("a date")}  # fmt: skip
    what = _listed([articles[name] for name in wanted])
    text = _say("1 needs {what}") if len(rows) == 1 else _say("{n} need {what}")
    return text.format(n=len(rows), what=what)


def _particular(name: str) -> str:
    return {"headline": _say("headline"), "publisher": _say("outlet"),
            "published": _say("date")}[name]  # fmt: skip


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _say("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def _say(text: str) -> str:
    return QCoreApplication.translate("ImportWords", text)
