"""Everything that a memo rests on, in one archive."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile

from briefing_app.domain.article import Original
from briefing_app.memo.evidence_pack import to_zip
from tests.memo.briefings import golden


def original_of(article_id: str) -> Original:
    return Original(f"{article_id}: a/b?.html", "text/html", article_id.encode() * 10)


def opened(original=original_of) -> dict[str, bytes]:  # type: ignore[no-untyped-def]
    archive = to_zip(golden(), b"the memo", original)
    with zipfile.ZipFile(io.BytesIO(archive)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


def test_the_originals_behind_the_memo_are_in_it_unaltered() -> None:
    files = opened()
    assert files["memo.docx"] == b"the memo"
    assert files["originals/S1 harbor_ a_b_.html"] == b"harbor" * 10
    assert sum(name.startswith("originals/") for name in files) == 4


def test_every_file_has_its_digest() -> None:
    files = opened()
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    others = {name: data for name, data in files.items() if name != "SHA256SUMS"}
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in others.items()}


def test_the_register_quotes_every_excerpt_in_the_order_of_the_sources() -> None:
    lines = list(csv.reader(io.StringIO(opened()["register.csv"].decode("utf-8-sig"))))
    briefing = golden()
    used = {tie.excerpt_id for tie in briefing.evidence}
    assert {line[4] for line in lines[1:]} == {briefing.excerpts[id].exact for id in used}
    assert [line[0] for line in lines[1:]] == sorted(line[0] for line in lines[1:])


def test_an_original_that_is_not_kept_is_named_with_its_digest() -> None:
    def gone(article_id: str) -> Original:
        return Original("a.pdf", "application/pdf", b"")

    files = opened(gone)
    assert not any(name.startswith("originals/") for name in files)
    assert b"not kept in the briefing" in files["SHA256SUMS"]


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert to_zip(golden(), b"memo", original_of) == to_zip(golden(), b"memo", original_of)
