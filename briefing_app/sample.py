"""The sample briefing: made from the articles in seeds/ on the same ways that a user goes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing_app import resources
from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.importing import import_files
from briefing_app.store import Store

TITLE = "NATO Iraq mission and Iran escalation, January 2020"

_EXCERPT_FIELDS = ("speaker", "speaker_role", "cue", "event_time", "credibility")


def make_sample(path: str | Path) -> Path:
    """Make the sample briefing at `path`, which must be free; returns the path.

    Raises BriefingError: it cannot be made there.
    """
    path = Path(path)
    with Store.create(path, TITLE) as store:
        try:
            _fill(store)
        except BaseException:
            # Half a sample would be opened as if it were whole the next time.
            path.unlink()
            raise
    return path


def _fill(store: Store) -> None:
    recipe = tomllib.loads(resources.path("sample/briefing.toml").read_text(encoding="utf-8"))
    article_ids = _import_seeds(store, recipe["articles"])
    _add_particulars(store, article_ids, recipe)
    memo = store.memos.all()[0]
    store.memos.update(memo.id, fields=recipe["fields"], bottom_line=recipe["bottom_line"])
    for section in recipe["sections"]:
        section_id = store.sections.add(memo.id, section["title"], layout=Layout(section["layout"]))
        for entry in section["entries"]:
            _add_entry(store, article_ids, section_id, entry)


def _import_seeds(store: Store, names: Sequence[str]) -> dict[str, str]:
    """Ids of the sample articles by file name."""
    files = [resources.seeds_folder() / name for name in names]
    report = import_files(store, files)
    return {Path(row.path).name: row.article_ids[0] for row in report.rows if row.is_stored}


def _add_particulars(
    store: Store, article_ids: Mapping[str, str], recipe: Mapping[str, Any]
) -> None:
    for file, reliability in recipe["reliability"].items():
        store.articles.update(article_ids[file], reliability=reliability)
    for file, corrected in recipe["corrections"].items():
        store.articles.update(article_ids[file], **corrected)


def _add_entry(
    store: Store, article_ids: Mapping[str, str], section_id: str, entry: Mapping[str, Any]
) -> None:
    kind, note = Kind(entry["kind"]), entry.get("note", "")
    if kind is Kind.TEXT:
        store.entries.add(section_id, kind, entry["text"], note=note)
        return
    article_id, start, end = _passage(store, article_ids, entry)
    details = {name: entry[name] for name in _EXCERPT_FIELDS if name in entry}
    text = entry.get("text")
    entry_id = store.entries.file(section_id, kind, article_id, start, end, text=text, **details)
    if note:
        store.entries.update(entry_id, note=note)
    for further in entry.get("also", ()):
        excerpt_id = store.excerpts.add(*_passage(store, article_ids, further))
        stance = Stance(further.get("stance", Stance.SUPPORTING))
        store.entries.add_evidence(entry_id, excerpt_id, stance)


def _passage(
    store: Store, article_ids: Mapping[str, str], where: Mapping[str, str]
) -> tuple[str, int, int]:
    """Article id, start and end of a passage given by its words."""
    article_id = article_ids[where["file"]]
    start = store.articles.get(article_id).body.index(where["passage"])
    return article_id, start, start + len(where["passage"])
