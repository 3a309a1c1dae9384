"""A kind of memo: its labels and fixed sentences, read from a folder of data files."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_app import resources


@dataclass(frozen=True)
class Form:
    """The words of a form. `folder` holds the style files that the Word writer prints with."""

    folder: Path
    title: str
    language: str
    fields: Mapping[str, str]
    labels: Mapping[str, str]
    columns: Mapping[str, str]
    sentences: Mapping[str, str]
    months: tuple[str, ...]
    numbers: tuple[str, ...]

    def number(self, count: int) -> str:
        """A count in words where the form has them: "three", but "27"."""
        return self.numbers[count] if count < len(self.numbers) else str(count)


@functools.cache
def load(name: str) -> Form:
    """The form in resources/templates/NAME. Raises FileNotFoundError: there is none."""
    folder = resources.path(f"templates/{name}")
    data = tomllib.loads((folder / "form.toml").read_text(encoding="utf-8"))
    return Form(
        folder,
        data["title"],
        data["language"],
        data["fields"],
        data["labels"],
        data["columns"],
        data["sentences"],
        tuple(data["months"]["names"]),
        tuple(data["numbers"]["names"]),
    )
