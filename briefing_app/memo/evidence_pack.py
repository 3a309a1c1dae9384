"""Everything that a memo rests on in one archive: the memo, the originals, their digests."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator

from briefing_app.domain.article import Article, Original
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import arrange
from briefing_app.memo import form
from briefing_app.memo.fixed_zip import pack
from briefing_app.memo.sources import Place, Sources, paragraphs

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]')
NAME_LENGTH = 100
"""Characters of an original's name that are kept."""


def to_zip(briefing: Briefing, memo: bytes, original_of: Callable[[str], Original]) -> bytes:
    """The archive: memo.docx, originals/, register.csv and SHA256SUMS.

    original_of  gives the original of an article id; where its bytes are not kept, the list of
                 digests still names it
    The same input gives the same bytes.
    """
    cited = list(_cited(briefing))
    files: dict[str, bytes] = {"memo.docx": memo, "register.csv": _register(briefing, cited)}
    missing: list[str] = []
    names: dict[str, str] = {}
    for source, article in cited:
        original = original_of(article.id)
        if original.sha256 in names:
            continue
        name = names[original.sha256] = f"originals/{source} {_safe(original.name)}"
        if original.data:
            files[name] = original.data
        else:
            missing.append(f"{original.sha256}  {name}")
    sums = [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in files.items()]
    lines = sums + [f"# {line} (not kept in the briefing)" for line in missing]
    files["SHA256SUMS"] = ("\n".join(lines) + "\n").encode()
    return pack(files.items())


def _cited(briefing: Briefing) -> Iterator[tuple[str, Article]]:
    """The articles behind the memo with their source ids, in the order of the source list."""
    sources = Sources(briefing, form.of(briefing.memo))
    for place in arrange(briefing.sections):
        inside = [e for e in briefing.entries if e.section_id == place.section.id]
        for entry in sorted(inside, key=lambda e: (e.position, e.id)):
            sources.note(entry, Place(place.section.title))
    for source, use in sources.uses.items():
        yield source, use.article


def _register(briefing: Briefing, cited: list[tuple[str, Article]]) -> bytes:
    """Every excerpt that the memo uses, verbatim, with where it stands."""
    ids = {article.id: source for source, article in cited}
    used = {tie.excerpt_id for tie in briefing.evidence}
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("source", "paragraph", "start", "end", "excerpt", "outlet", "headline"))
    for excerpt in sorted(
        (e for e in briefing.excerpts.values() if e.id in used and e.article_id in ids),
        key=lambda e: (int(ids[e.article_id][1:]), e.start, e.end, e.id),
    ):
        article = briefing.articles[excerpt.article_id]
        spans = paragraphs(article, excerpt)
        writer.writerow(
            (ids[article.id], f"{spans[0]}-{spans[-1]}" if len(spans) > 1 else spans[0],
             excerpt.start, excerpt.end, excerpt.exact, article.publisher, article.headline)
        )  # fmt: skip
    return text.getvalue().encode("utf-8-sig", "replace")


def _safe(name: str) -> str:
    """A file name that every system takes."""
    stem, dot, extension = _FORBIDDEN.sub("_", name).strip(" .").rpartition(".")
    stem, extension = (stem, extension) if dot and len(extension) <= 10 else (stem + extension, "")
    return f"{stem[:NAME_LENGTH] or 'original'}{'.' if extension else ''}{extension}"
