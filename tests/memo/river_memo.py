"""A memo as an office writes it, in any form: about a closed dam, from articles in seven languages.

What it says lies in `river/`; a form's sections take their entries from there by their keys.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_app import resources
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Kind, Stance
from briefing_app.memo import form as forms
from tests.memo.briefings import Draft

FOLDER = Path(__file__).parent / "river"
LONG_QUERY = "&".join(f"measurement{number}=reservoir" for number in range(20))
EXCERPT_FIELDS = ("speaker", "speaker_role", "event_time", "credibility")
SECTIONS_OF_SUMMARY = {"quotes": ("quotes", "more_quotes")}


def river_memo(form: str = "information", language: str = "", **options: str) -> Briefing:
    """The memo in a form; `language` "" is the form's own; the options are those of Memo."""
    told = tomllib.loads((FOLDER / "memo.toml").read_text(encoding="utf-8"))
    tag = language or "en"
    draft = Draft(title="Verin dam", bottom_line=told[tag]["bottom_line"])
    for id, particulars in _articles().items():
        draft.article(id, **particulars)
    fields = told["fields"] | {"subject": told[tag]["subject"]}
    for key, section in zip(section_keys(form), forms.load(form, language).sections, strict=True):
        draft.section(section.title, section.layout)
        for entry in _entries(told, key, form):
            _add(draft, entry, tag)
    draft.memo = replace(
        draft.memo, form=form, fields=fields, options={"language": language, **options}
    )
    return draft.done()


def section_keys(form: str) -> list[str]:
    """What the form's file calls its sections."""
    file = resources.path(f"{forms.FOLDER}/{form}/form.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return [section["title"] for section in data["sections"]]


def _articles() -> dict[str, dict[str, str]]:
    found = tomllib.loads((FOLDER / "articles.toml").read_text(encoding="utf-8"))
    for particulars in found.values():
        particulars["body"] = particulars["body"].strip()
        particulars["url"] = particulars.get("url", "").replace("LONG", LONG_QUERY)
    return found


def _entries(told: Mapping[str, Any], key: str, form: str) -> list[Mapping[str, Any]]:
    keys = SECTIONS_OF_SUMMARY.get(key, (key,)) if form == "press-summary" else (key,)
    entries: list[Mapping[str, Any]] = [entry for key in keys for entry in told[key]]
    if form == "talking-points" and key == "quotes":
        return entries[:2]
    if "same_as" in entries[0]:
        return list(told[entries[0]["same_as"]])
    return entries


def _add(draft: Draft, entry: Mapping[str, Any], tag: str) -> None:
    judged = {name: entry[name] for name in EXCERPT_FIELDS if name in entry}
    split = (passage.split(": ", 1) for passage in entry.get("passages", ()))
    excerpts = [draft.excerpt(article, words, **judged) for article, words in split]
    kind = Kind(entry.get("kind", "fact" if excerpts else "text"))
    text = entry.get(tag) or entry.get("text") or entry["passages"][0].split(": ", 1)[1]
    id = draft.entry(kind, text, *excerpts)
    for passage in entry.get("against", ()):
        draft.tie(id, draft.excerpt(*passage.split(": ", 1)), Stance.CONTRADICTING)
    draft.entries[-1] = replace(
        draft.entries[-1],
        translation=entry.get("translation", ""),
        translator=entry.get("translator", ""),
    )
