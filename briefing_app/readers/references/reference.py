"""Lists of references: they hold no text, but they know the article in a file beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from briefing_app.domain.article import Refusal
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers.incoming import Contents, Incoming, Known
from briefing_app.readers.particulars.metadata import Particulars

RECORDS = 2_000
"""Of one list; the rest is left out."""

_MOST_FILES, _LONGEST_PATH = 8, 2_000
_NEAREST = 6
"""Files of a record that are looked for, characters of a path, and folders at its end."""


@dataclass(frozen=True)
class Reference:
    """One record of a list.

    fields  of domain.article.Article, the first value of a field first; empty ones are allowed
    files   where the text lies: paths and addresses as the record gives them
    """

    fields: Sequence[tuple[str, str]]
    files: tuple[str, ...] = ()


def contents_of(file: Incoming, records: Iterable[Reference], place: str) -> Contents:
    """What a list brings in: the files that its records name, as far as they lie beside it.

    place  of what the records know, for Article.provenance
    Raises UnreadableFile: there are no records.
    """
    references = list(islice(records, RECORDS + 1))
    if not references:
        raise UnreadableFile(
            "there are no records in this list.", "Import the articles themselves instead."
        )
    warnings = []
    if len(references) > RECORDS:
        warnings.append(f"The list is very long; its first {RECORDS:,} records were read.")
    return Contents([], warnings, inner=_inner(file, references[:RECORDS], place))


def _inner(
    file: Incoming, references: Sequence[Reference], place: str
) -> Iterator[Incoming | Refusal]:
    taken: set[str] = set()
    for number, reference in enumerate(references, 1):
        known = _known(reference, place)
        title = known.fields.get("headline") or f"record {number}"
        found = False
        try:
            for name, data in _files(file, reference.files, taken):
                found = True
                yield replace(file.inner(name, data), path=_place(file, name), known=known)
            if not found:
                raise _without_text(file, reference, known.fields.get("url", ""))
        except BriefingError as error:
            yield Refusal(f"{file.path or file.name}/{title}", error.about(title))


def _known(reference: Reference, place: str) -> Known:
    particulars = Particulars()
    for field, value in reference.fields:
        particulars.offer(field, value, place)
    names = dict.fromkeys(field for field, _ in reference.fields)
    values: Mapping[str, str] = {name: particulars.get(name) for name in names}
    return Known({name: value for name, value in values.items() if value}, place)


def _files(file: Incoming, named: Sequence[str], taken: set[str]) -> Iterator[tuple[str, bytes]]:
    """Names, relative to the list, and bytes of the files that a record names and that are there.

    Each file comes once in a list.
    """
    for path in named[:_MOST_FILES]:
        for name in _names_beside(path):
            data = None if name in taken else file.beside(name)
            if data is not None:
                taken.add(name)
                yield name, data
            if name in taken:
                break


def _names_beside(path: str) -> Iterator[str]:
    """What a path may be called from the list's folder, nearest to what it says first.

    The list may have been moved or come from another computer, so the end of a path counts too:
    "C:/Users/a/lib/files/1.pdf" may be "lib/files/1.pdf", "files/1.pdf" or "1.pdf" here.
    """
    if len(path) > _LONGEST_PATH or path.lower().startswith(("http:", "https:", "ftp:")):
        return
    if path.lower().startswith("file:"):
        path = unquote(urlsplit(path).path)
    path = path.removeprefix("internal-pdf://").replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or any(ord(character) < 32 for character in path):
        return
    yield "/".join(parts)
    for start in range(max(1, len(parts) - _NEAREST), len(parts)):
        yield "/".join(parts[start:])


def _place(file: Incoming, name: str) -> str:
    if not file.path:
        return name
    if file.depth == 0:
        return str(Path(file.path).parent / name)
    return str(PurePosixPath(file.path).parent / name)


def _without_text(file: Incoming, reference: Reference, url: str) -> UnreadableFile:
    local = [path for path in reference.files if "://" not in path or path.startswith("file:")]
    if local:
        name = unquote(local[0]).replace("\\", "/").rpartition("/")[2]
        return UnreadableFile(
            f"its file “{name}” was not found beside “{file.name}”.",
            "Put the file into the same folder and import the list again.",
        )
    link = url or next(iter(reference.files), "")
    return UnreadableFile(
        f"the record has no text, only a link: {link}." if link else "the record has no text.",
        "Import the article's own file; what the record knows can be copied from the list.",
    )
