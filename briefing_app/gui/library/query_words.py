"""What is said of a query: what in it was not understood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from briefing_app.domain.query import Query


def hint(query: Query) -> str:
    """What was taken otherwise than it was perhaps meant, "" for nothing."""
    told = {
        "operator": _say("“{text}” joins nothing here, so it is searched as a word"),
        "field": _say("There is no filter “{text}”; it is searched as words"),
        "date": _say("“{text}” is no date: write date:2020-01-06 or date:2020-01-03..2020-01-08"),
        "state": _say("“{text}” is not known: is:unread, is:read, is:tagged, is:incomplete"),
        "length": _say("The search is too long; it ends before “{text}”"),
    }
    return "\n".join(told[p.kind].format(text=p.text) for p in query.problems[:2])


def language_name(tag: str) -> str:
    """The name of a language in the interface's, e.g. "Persian" for "fa"."""
    locale = QLocale(tag)
    known = locale.language() != QLocale.Language.C
    return QLocale.languageToString(locale.language()) if known else tag


def _say(text: str) -> str:
    return QCoreApplication.translate("QueryWords", text)
