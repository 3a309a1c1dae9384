"""Random histories over every table: undo leads back to the start, redo to the end, exactly."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from briefing_app.analysis.overlap import fingerprint
from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.errors import BriefingError
from briefing_app.store import Store
from briefing_app.store.schema import TABLES

WORDS = ["flood", "fire", "vote", "war", "naïve", "ÉLAN", "العراق", "😀", "don't"]
Content = dict[str, list[tuple]]


def content(store: Store) -> Content:
    """Every row that is committed, as another program sees it."""
    with closing(sqlite3.connect(store.path)) as other:
        return {t: other.execute(f"SELECT * FROM {t} ORDER BY n").fetchall() for t in TABLES}


class Staffer:
    """Does something random with a briefing, wherever there is something to do it with."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.random = random.Random(seed)

    def any(self, table: str) -> str | None:
        ids = [row[0] for row in self.store._journal.rows(f"SELECT id FROM {table} ORDER BY n")]
        return self.random.choice(ids) if ids else None

    def text(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, 12)))

    def index(self) -> int | None:
        return self.random.choice([None, 0, 1, 2])

    def import_file(self) -> None:
        articles = [Article(self.text(), self.text()) for _ in range(self.random.randint(1, 3))]
        original = Original("f", "text/plain", self.text().encode())
        marks = {article.id: fingerprint(article.body) for article in articles[:2]}
        self.store.articles.add(original, articles, marks)

    def remove_article(self) -> None:
        if id := self.any("article"):
            self.store.articles.remove([id])

    def correct_article(self) -> None:
        if id := self.any("article"):
            self.store.articles.update(id, headline=self.text(), byline=self.text())

    def correct_text(self) -> None:
        if id := self.any("article"):
            end = len(self.store.articles.get(id).body)
            start = self.random.randrange(end)
            try:
                self.store.articles.correct(id, start, self.random.randint(start, end), self.text())
            except BriefingError:
                return  # nothing would be left of an excerpt

    def add_version(self) -> None:
        old, new = self.any("article"), self.any("article")
        if old and new and old != new and self.store.articles.get(old).version_of != new:
            self.store.articles.make_version(new, old)

    def add_section(self) -> None:
        memo = self.any("memo")
        parent = self.random.choice([None, self.any("section")])
        if memo and (not parent or self.store.sections.get(parent).memo_id == memo):
            self.store.sections.add(memo, self.text(), parent, self.index(), Layout.TABLE)

    def move_section(self) -> None:
        section, parent = self.any("section"), self.random.choice([None, self.any("section")])
        if section:
            try:
                self.store.sections.move(section, parent, self.index())
            except ValueError:
                return  # below itself, or into another memo

    def edit_section(self) -> None:
        if id := self.any("section"):
            self.store.sections.rename(id, self.text())
            self.store.sections.set_layout(id, self.random.choice(list(Layout)))

    def remove_section(self) -> None:
        if id := self.any("section"):
            self.store.sections.remove(id)

    def file_passage(self) -> None:
        section, article = self.any("section"), self.any("article")
        if section and article:
            end = len(self.store.articles.get(article).body)
            self.store.entries.file(
                section, Kind.QUOTE, article, 0, end, speaker=self.text(), index=self.index()
            )

    def write_entry(self) -> None:
        if id := self.any("section"):
            self.store.entries.add(id, Kind.TEXT, self.text(), self.index())

    def edit_entry(self) -> None:
        if id := self.any("entry"):
            group = self.random.choice([None, id])
            self.store.entries.update(id, text=self.text(), note=self.text(), group=group)

    def move_entry(self) -> None:
        entry, section = self.any("entry"), self.any("section")
        if entry and section:
            self.store.entries.move([entry], section, self.index())

    def remove_entry(self) -> None:
        if id := self.any("entry"):
            self.store.entries.remove([id])

    def tie(self) -> None:
        entry, excerpt = self.any("entry"), self.any("excerpt")
        if entry and excerpt:
            tied = {tie.excerpt_id for tie in self.store.entries.evidence(entry)}
            if excerpt not in tied:
                self.store.entries.add_evidence(entry, excerpt, Stance.CONTRADICTING)

    def untie(self) -> None:
        if id := self.any("evidence"):
            self.store.entries.remove_evidence(id)

    def edit_excerpt(self) -> None:
        if id := self.any("excerpt"):
            self.store.excerpts.update(id, speaker=self.text(), start=0, end=1)

    def edit_memo(self) -> None:
        if id := self.any("memo"):
            self.store.memos.update(id, bottom_line=self.text(), fields={"to": self.text()})

    def add_memo(self) -> None:
        if len(self.store.memos.all()) < 3:
            self.store.memos.add(self.text())

    def rename(self) -> None:
        self.store.rename(self.text())

    def read_in_a_change(self) -> None:
        if id := self.any("article"):
            self.store.articles.mark_read(id, self.random.random() < 0.7)

    def fail(self) -> None:
        try:
            with self.store.change("Failing"):
                self.import_file()
                self.remove_section()
                raise ZeroDivisionError
        except ZeroDivisionError:
            return

    def act(self) -> None:
        actions: list[Callable[[], None]] = [
            self.import_file, self.import_file, self.remove_article, self.correct_article,
            self.correct_text, self.correct_text, self.add_version,
            self.add_section, self.add_section, self.move_section, self.edit_section,
            self.remove_section, self.file_passage, self.file_passage, self.file_passage,
            self.write_entry, self.edit_entry, self.move_entry, self.remove_entry, self.tie,
            self.untie, self.edit_excerpt, self.edit_memo, self.add_memo, self.rename,
            self.read_in_a_change, self.fail,
        ]  # fmt: skip
        with self.store.change("Several"):
            for _ in range(self.random.randint(1, 5)):
                self.random.choice(actions)()


@pytest.mark.parametrize("seed", range(25))
def test_undo_leads_back_to_the_start_and_redo_to_the_end(store, seed):
    staffer = Staffer(store, seed)
    history = [content(store)]
    for _ in range(40):
        steps = len(store.steps())
        staffer.act()
        if len(store.steps()) > steps:
            history.append(content(store))
        else:
            assert content(store) == history[-1]
    assert len(history) > 20
    assert store.check() == []

    for state in reversed(history[:-1]):
        store.undo()
        assert content(store) == state
    assert not store.can_undo
    assert store.check() == []

    for state in history[1:]:
        store.redo()
        assert content(store) == state
    assert not store.can_redo
    assert store.check() == []


@pytest.mark.parametrize("seed", range(100, 105))
def test_going_to_and_fro_at_random_ends_in_a_sound_file(store, seed):
    staffer = Staffer(store, seed)
    for _ in range(120):
        turn = staffer.random.random()
        if turn < 0.5:
            staffer.act()
        elif turn < 0.8:
            store.undo()
        else:
            store.redo()
    assert store.check() == []
    end = content(store)
    count = len(store.steps())
    for _ in range(count):
        store.undo()
    for _ in range(count):
        store.redo()
    assert content(store) == end


def test_everything_can_be_undone_at_once_and_done_again(work):
    store = work.store
    start, end = {}, content(store)
    while store.undo():
        start = content(store)
    assert {t: len(rows) for t, rows in start.items() if rows} == {"briefing": 1, "memo": 1}
    while store.redo():
        pass
    assert content(store) == end
