"""Small lists that a briefing keeps: variants of names, and filters worth a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.domain.identity import new_id
from briefing_app.domain.name_variants import Groups, folded, grouped
from briefing_app.store.journal import Journal


class Aliases:
    """Variants of names, which a search finds together: Soleimani, Suleimani, سلیمانی."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> dict[str, list[str]]:
        """Variants by the name that they stand for, names in alphabetical order."""
        found: dict[str, list[str]] = {}
        for name, variant in self._journal.rows("SELECT name, variant FROM alias ORDER BY name, n"):
            found.setdefault(name, []).append(variant)
        return found

    def groups(self) -> Groups:
        """The names as queries need them (see domain.name_variants)."""
        return grouped([name, *variants] for name, variants in self.all().items())

    def set(self, name: str, variants: Iterable[str]) -> None:
        """Let these, and no others, be the variants of a name; none of them removes the name."""
        name = name.strip()
        wanted = [v for v in dict.fromkeys(v.strip() for v in variants) if v and v != name]
        if not name or wanted == self.all().get(name, []):
            return
        with self._journal.change("Edit name variants"):
            self._journal.write("DELETE FROM alias WHERE name = ?", [name])
            for variant in wanted:
                self._journal.write(
                    "INSERT INTO alias (id, name, variant) VALUES (?, ?, ?)",
                    [new_id(), name, variant],
                )

    def of(self, word: str) -> list[str]:
        """Every way to write what `word` (a name or variant, whatever case) stands for.

        The word itself is first; alone where nobody has entered variants.
        """
        sought = folded(word)
        found = [word]
        for name, variants in self.all().items():
            group = [name, *variants]
            if sought in map(folded, group):
                found += [other for other in group if other.casefold() != word.casefold()]
        return list(dict.fromkeys(found))


@dataclass(frozen=True)
class SavedFilter:
    """A filter of the library with a name; `wanted` is what the search field would say."""

    title: str
    wanted: str
    id: str


class SavedFilters:
    """Filters of the library that are worth a name."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def all(self) -> list[SavedFilter]:
        """In the order in which they were saved."""
        found = self._journal.rows("SELECT title, wanted, id FROM saved_filter ORDER BY n")
        return [SavedFilter(*row) for row in found]

    def add(self, title: str, wanted: str) -> str:
        """Keep a filter; its id. One of the same title gives way."""
        id = new_id()
        with self._journal.change("Save filter"):
            self._journal.write("DELETE FROM saved_filter WHERE title = ?", [title])
            self._journal.write(
                "INSERT INTO saved_filter (id, title, wanted) VALUES (?, ?, ?)",
                [id, title, wanted],
            )
        return id

    def remove(self, id: str) -> None:
        """Forget a filter; nothing happens if it is gone."""
        with self._journal.change("Delete filter"):
            self._journal.write("DELETE FROM saved_filter WHERE id = ?", [id])
