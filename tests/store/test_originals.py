"""Originals are kept as they were; large ones, if so wished, only by place and digest."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.store import OriginalsSize
from briefing_app.store.originals import pack, prepared, unpack

PLAIN, LARGE = b"short", b"large " * 5000


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "large.pdf"
    path.write_bytes(LARGE)
    return Original("large.pdf", "application/pdf", LARGE, path=str(path))


def test_the_sizes_are_of_the_files_and_of_what_they_take(store, file):
    assert store.originals_size() == OriginalsSize(0, 0, 0)
    store.articles.add(Original("a", "text/plain", PLAIN), [Article("a", "a"), Article("b", "b")])
    store.articles.add(file, [Article("c", "c")])
    size = store.originals_size()
    assert (size.files, size.bytes, size.left_out) == (2, len(PLAIN) + len(LARGE), 0)
    assert size.packed_bytes == len(PLAIN) + len(pack(LARGE)[1]) < size.bytes


def test_a_file_over_the_limit_is_known_by_place_and_digest_only(store, file):
    [id] = store.articles.add(file, [Article("c", "c")], keep_up_to_bytes=1000)
    kept = store.articles.original(id)
    assert (kept.name, kept.path, kept.data) == (file.name, file.path, b"")
    assert kept.sha256 == kept.left_out == hashlib.sha256(LARGE).hexdigest()
    assert store.articles.with_sha256(file.sha256) == [id]
    assert store.originals_size() == OriginalsSize(1, len(LARGE), 0, 1)
    assert store.check() == []
    store.articles.remove([id])
    store.undo()
    assert store.articles.original(id) == kept


@pytest.mark.parametrize("limit", [0, len(LARGE)])
def test_a_file_within_the_limit_is_kept(store, file, limit):
    [id] = store.articles.add(file, [Article("c", "c")], keep_up_to_bytes=limit)
    assert store.articles.original(id) == file


@pytest.mark.parametrize("limit", [0, 1000])
def test_a_file_packed_beforehand_is_stored_like_any_other(store, file, limit):
    ready = prepared(file)
    bare = replace(file, data=b"")
    [id] = store.articles.add(bare, [Article("c", "c")], packed=ready, keep_up_to_bytes=limit)
    kept = store.articles.original(id)
    assert (kept.sha256, kept.data) == (file.sha256, b"" if limit else LARGE)
    assert store.originals_size().bytes == len(LARGE)
    assert store.check() == []


@pytest.mark.parametrize("path", ["", "/nowhere/news.zip/large.pdf"])
def test_what_cannot_be_opened_from_its_place_is_kept_whatever_its_size(store, path):
    original = Original("large.pdf", "application/pdf", LARGE, path=path)
    [id] = store.articles.add(original, [Article("c", "c")], keep_up_to_bytes=1000)
    assert store.articles.original(id) == original


def test_files_that_get_no_smaller_are_not_packed():
    assert pack(PLAIN) == ("", PLAIN)
    packing, data = pack(LARGE)
    assert packing == "zlib" and len(data) < len(LARGE) and unpack(packing, data) == LARGE
