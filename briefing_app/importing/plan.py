"""Which of the articles that were read are new, and which are much like others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.address import address_key
from briefing_app.domain.article import Article, Original, Refusal
from briefing_app.domain.doubts import Doubt, Reason, doubts
from briefing_app.domain.fingerprint import Fingerprint, shared_part
from briefing_app.importing.report import ImportRow, Likeness, Outcome, Twin
from briefing_app.reading_process import Read
from briefing_app.store import Store
from briefing_app.store.originals import Packed, is_left_out

ALIKE = 0.5
"""How much of the smaller of two texts stands in the other when they are worth a look."""


SAME_FILE = "The same file is already in the library."


@dataclass(frozen=True)
class Address:
    """Where an article of the library is on the web, as a file says that has its text too."""

    article_id: str
    url: str
    place: str


@dataclass(frozen=True)
class NewFile:
    """A file of which these articles are to be stored."""

    original: Original
    articles: tuple[Article, ...]
    fingerprints: Mapping[str, Fingerprint]
    packed: Packed | None


class Plan:
    """Decides file by file what is new, before anything is written.

    anyway            takes what is in the library already a second time: the user said so
    keep_up_to_bytes  as in Articles.add
    """

    def __init__(self, store: Store, *, anyway: bool = False, keep_up_to_bytes: int = 0) -> None:
        self._store = store
        self._anyway = anyway
        self._keep_up_to_bytes = keep_up_to_bytes
        self._ids_of_digest: dict[str, tuple[str, ...]] = {}
        self._articles_of_body: dict[str, list[Article]] = {}
        self._new = _NewTexts()
        self.files: list[NewFile] = []
        self.addresses: list[Address] = []

    def take(self, place: int, read: Read) -> ImportRow:
        """Decide on one file, or file inside another one, that was read or refused."""
        result = read.result
        if isinstance(result, Refusal):
            error = result.error
            return ImportRow(
                result.path, Outcome.REFUSED, reason=str(error), error=error, place=place
            )  # fmt: skip
        path = result.original.path or result.original.name
        digest = read.packed.sha256 if read.packed else result.original.sha256
        row = ImportRow(path, Outcome.DUPLICATE, warnings=result.warnings, place=place)
        count = len(result.articles)
        ids = self._with_digest(digest)
        if ids:
            if result.original.path:
                # The bytes of a file say the same each time, those of a paste come from anywhere.
                return replace(row, article_ids=ids, reason=SAME_FILE, left_out=count)
            return self._known(row, "This text is already in the library.", ids, result.articles)
        fresh, known = self._sort(result.articles)
        if not fresh:
            said = "Its text is already in the library, from another file."
            return self._known(row, said, known, result.articles)
        twins = tuple(filter(None, (self._twin(a, read.fingerprints) for a in fresh)))
        self.files.append(NewFile(result.original, fresh, read.fingerprints, read.packed))
        ids = self._ids_of_digest[digest] = tuple(article.id for article in fresh)
        missing = tuple(dict.fromkeys(name for a in fresh for name in a.missing))
        outcome = Outcome.INCOMPLETE if missing else Outcome.IMPORTED
        return replace(
            row, outcome=Outcome.ALIKE if twins else outcome, article_ids=ids, missing=missing,
            reason=_some_known(len(known), count), twins=twins, left_out=len(known),
            doubts=_doubts(fresh), is_unkept=self._is_left_out(result.original, read.packed),
        )  # fmt: skip

    def _is_left_out(self, original: Original, packed: Packed | None) -> bool:
        size = packed.size if packed else len(original.data)
        return is_left_out(original, size, self._keep_up_to_bytes)

    def _with_digest(self, digest: str) -> tuple[str, ...]:
        if self._anyway:
            return ()
        return tuple(
            self._store.articles.with_sha256(digest) or self._ids_of_digest.get(digest, ())
        )

    def _known(
        self, row: ImportRow, said: str, known: Sequence[str], articles: Sequence[Article]
    ) -> ImportRow:
        """The row of a file whose articles are known; their addresses are noted where missing."""
        lent = 0
        for id, article in zip(known, articles, strict=False):
            address = self._address(id) if article.url else None
            if address is None:
                continue
            if not address:
                place = article.provenance.get("url", "address")
                self.addresses.append(Address(id, article.url, place))
                lent += 1
            elif address_key(article.url) != address_key(address):
                said = f"{said} It is there with another address: {address}"
        if lent:
            added = "Its address was" if lent == 1 else f"{lent} addresses were"
            said = f"{said} {added} added there."
        return replace(
            row, article_ids=tuple(known), reason=said, left_out=len(articles), lent=lent
        )  # fmt: skip

    def _address(self, article_id: str) -> str | None:
        """The address of an article of the library or of this import; None when it is gone."""
        noted = (address.url for address in self.addresses if address.article_id == article_id)
        new = (a.url for file in self.files for a in file.articles if a.id == article_id)
        found = next((url for urls in (noted, new) for url in urls), None)
        if found is None and (article := self._present(article_id)):
            return article.url
        return found

    def _present(self, article_id: str) -> Article | None:
        """An article of the library, None when the window has deleted it since it was found."""
        with suppress(KeyError):
            return self._store.articles.get(article_id)
        return None

    def _sort(self, articles: Iterable[Article]) -> tuple[tuple[Article, ...], list[str]]:
        """The new ones, and for each other one the id of its like in the library."""
        fresh: list[Article] = []
        known: list[str] = []
        for article in articles:
            like = next((a.id for a in self._with_same_text(article) if _same(a, article)), None)
            if like is None or self._anyway:
                fresh.append(article)
                self._articles_of_body.setdefault(article.body, []).append(article)
            else:
                known.append(like)
        return tuple(fresh), known

    def _with_same_text(self, article: Article) -> Iterator[Article]:
        yield from self._articles_of_body.get(article.body, ())
        same = self._store.articles.with_same_text(article.body)
        yield from filter(None, map(self._present, same))

    def _twin(self, article: Article, fingerprints: Mapping[str, Fingerprint]) -> Twin | None:
        """The article of the library, or of this import, that is most like a new one."""
        fingerprint = fingerprints.get(article.id, ())
        shared, known = self._new.most_like(fingerprint)
        self._new.add(article, fingerprint)
        found = self._store.articles.similar(fingerprint, max(ALIKE, shared))
        if found:
            known = self._present(found[0].article_id) or known
        if known is not None:
            return Twin(article.id, known.id, _likeness(article, known))
        same_address = self._store.articles.with_address(article.url) if article.url else []
        return Twin(article.id, same_address[0], Likeness.ADDRESS) if same_address else None


class _NewTexts:
    """Articles of this import that are not stored yet, by the hashes of their text."""

    def __init__(self) -> None:
        self._hashes: set[int] = set()
        self._unsorted: list[tuple[Fingerprint, Article]] = []
        self._texts: dict[str, tuple[Fingerprint, Article]] = {}
        self._ids_of_hash: dict[int, list[str]] = {}

    def add(self, article: Article, fingerprint: Fingerprint) -> None:
        self._hashes.update(fingerprint)
        self._unsorted.append((fingerprint, article))

    def most_like(self, fingerprint: Fingerprint) -> tuple[float, Article | None]:
        """The article that shares most, ALIKE at least, and how much; (0, None) for none."""
        best: tuple[float, Article | None] = 0.0, None
        if self._hashes.isdisjoint(fingerprint):
            return best
        self._sort()
        hits = Counter(id for hash in fingerprint for id in self._ids_of_hash.get(hash, ()))
        for id, _ in hits.most_common(5):
            known, article = self._texts[id]
            shared = shared_part(fingerprint, known)
            if shared >= ALIKE and shared > best[0]:
                best = shared, article
        return best

    def _sort(self) -> None:
        # Only now: most texts are like no other one, and this takes longer than to find that out.
        for fingerprint, article in self._unsorted:
            self._texts[article.id] = fingerprint, article
            for hash in fingerprint:
                self._ids_of_hash.setdefault(hash, []).append(article.id)
        self._unsorted.clear()


def _same(known: Article, other: Article) -> bool:
    """Equal texts of two outlets are two reports; an unknown outlet may be any."""
    return not (known.publisher and other.publisher) or known.publisher == other.publisher


def _likeness(article: Article, known: Article) -> Likeness:
    if article.publisher and known.publisher and article.publisher != known.publisher:
        return Likeness.COPY
    ours, theirs = article.updated or article.published, known.updated or known.published
    # Dates are as exact as printed: "2020-01-06" is neither before nor after a time of that day.
    size = min(len(ours), len(theirs), len("2020-01-06T14:03"))
    if ours[:size] == theirs[:size]:
        return Likeness.NEAR
    return Likeness.LATER if ours > theirs else Likeness.EARLIER


def _doubts(articles: Iterable[Article]) -> tuple[Doubt, ...]:
    today = date.today()
    found = (doubt for article in articles for doubt in doubts(article, today))
    return tuple(dict.fromkeys(d for d in found if d.reason is not Reason.NO_ZONE))


def _some_known(known: int, total: int) -> str:
    if not known:
        return ""
    verb = "is" if known == 1 else "are"
    return f"{known} of its {total} articles {verb} already in the library."
