"""Files within files, limits on them, and what becomes of a file's date."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefing_app.domain.article import Proposal, ReadFile, Refusal
from briefing_app.errors import UnreadableFile
from briefing_app.readers import reading
from briefing_app.readers.incoming import Incoming

TEXT = b"NATO paused training\n\nNATO paused its training mission in Iraq on Saturday.\n"


def test_an_undated_article_gets_the_date_of_its_file_as_a_proposal_only() -> None:
    read = reading.read_whole(Incoming("a.txt", TEXT, modified="2020-01-06"))
    assert read.articles[0].published == ""
    assert read.articles[0].proposals == (Proposal("published", "2020-01-06", "file date"),)


def test_a_dated_article_is_not_offered_the_date_of_its_file() -> None:
    dated = TEXT.replace(b"\n\n", b"\n\n6 January 2020\n\n", 1)
    read = reading.read_whole(Incoming("a.txt", dated, modified="2021-02-03"))
    assert read.articles[0].published == "2020-01-06"
    assert read.articles[0].proposals == ()


def test_a_file_inside_another_knows_where_it_lay() -> None:
    outer = Incoming("news.zip", b"", path="/home/a/news.zip")
    inner = outer.inner("world/1.txt", TEXT, modified="2020-01-06")
    assert (inner.name, inner.path, inner.depth) == ("1.txt", "/home/a/news.zip/world/1.txt", 1)
    assert Incoming("mail.eml", b"").inner("1.txt", TEXT).path == "mail.eml/1.txt"


def test_options_hold_for_the_files_inside() -> None:
    options = reading.Incoming("a.zip", b"").options
    outer = Incoming("a.zip", b"", options=replace(options, password="secret"))
    assert outer.inner("1.pdf", b"%PDF-").options.password == "secret"


def inner_files(count: int) -> Iterator[Incoming]:
    outer = Incoming("a.zip", b"")
    yield from (outer.inner(f"{number}.txt", TEXT) for number in range(count))


def test_one_bad_file_inside_does_not_stop_the_others() -> None:
    outer = Incoming("a.zip", b"")
    inner = [outer.inner("1.txt", b""), outer.inner("2.txt", TEXT)]
    contents = reading.Contents([], inner=inner)
    bad, good = reading._inside(contents, reading._Budget({}))
    assert isinstance(bad, Refusal)
    assert bad.path == "a.zip/1.txt"
    assert bad.error.message == "“1.txt”: the file is empty."
    assert isinstance(good, ReadFile)
    assert good.original.path == "a.zip/2.txt"


def packed(names: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_what_ended_a_process_before_is_not_opened_wherever_it_lies() -> None:
    within = packed({"1.txt": TEXT, "2.txt": TEXT})
    data = packed({"a.txt": TEXT, "b.txt": b"", "c.zip": within, "d.txt": TEXT, "e.txt": TEXT})
    paths = [_path(told) for told in reading.read_each(Incoming("n.zip", data))]
    assert len(paths) == 8
    error = UnreadableFile("it made the reader fail.")
    for place in range(1, len(paths)):
        told = list(reading.read_each(Incoming("n.zip", data), {place: error}))
        lost = [result for result in told if isinstance(result, Refusal) and result.path in paths]
        assert [one.path for one in lost if "made the reader fail" in str(one.error)] == [
            paths[place]
        ]


def _path(result: ReadFile | Refusal) -> str:
    return result.path if isinstance(result, Refusal) else result.original.path


def test_too_many_files_inside_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "INNER_FILES", 3)
    contents = reading.Contents([], inner=inner_files(5))
    outcomes = list(reading._inside(contents, reading._Budget({})))
    assert [isinstance(item, ReadFile) for item in outcomes] == [True] * 3 + [False]
