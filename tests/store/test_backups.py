"""Backups rotate, are verified, and can be put back; copies carry no trace of what was deleted."""

from __future__ import annotations

import os
import threading

import pytest

from briefing_app.errors import BriefingError, FileInUse, NotABriefing, UnreadableFile
from briefing_app.store import Store, backups


@pytest.fixture
def path(store):
    store.close()
    return store.path


def reopen_and_rename(path, title):
    with Store.open(path) as store:
        store.rename(title)


def test_a_backup_is_made_at_open_and_only_after_changes(path):
    with Store.open(path) as store:
        [first] = store.backups()
    with Store.open(path) as store:
        assert store.backups() == [first]
        store.rename("Changed")
    with Store.open(path) as store:
        newest, oldest = store.backups()
        assert oldest == first
    titles = []
    for backup in (oldest, newest):
        with Store.open(backup.path, read_only=True) as copy:
            titles.append(copy.title)
            assert (copy.check(), backup.size) == ([], backup.path.stat().st_size)
    assert titles == ["Test briefing", "Changed"]


def test_backups_lie_in_a_folder_beside_the_file(path):
    Store.open(path).close()
    [backup] = backups.of(path)
    assert backup.path.parent == path.with_name("test backups") == backups.folder(path)
    assert sorted(p.name for p in path.parent.iterdir()) == ["test backups", "test.briefing"]


def test_the_oldest_backups_go(path, monkeypatch):
    monkeypatch.setattr(backups, "KEEP", 3)
    for number in range(14):
        reopen_and_rename(path, f"Title {number}")
    kept = backups.of(path)
    assert kept[0].path != kept[1].path
    titles = []
    for backup in kept:
        with Store.open(backup.path, read_only=True) as copy:
            titles.append(copy.title)
    assert titles == ["Title 12", "Title 11", "Title 10"]


def test_other_files_in_the_folder_are_left_alone(path, monkeypatch):
    monkeypatch.setattr(backups, "KEEP", 1)
    folder = backups.folder(path)
    folder.mkdir()
    strangers = [folder / "mine.briefing", folder / "9999-99-99 99.99.99.briefing"]
    for stranger in strangers:
        stranger.write_text("mine")
    for number in range(3):
        reopen_and_rename(path, str(number))
    assert len(backups.of(path)) == 1
    assert all(stranger.exists() for stranger in strangers)


def test_a_large_file_is_backed_up_when_asked_and_not_at_open(path, monkeypatch):
    monkeypatch.setattr(backups, "QUICK", 1000)
    with Store.open(path) as store:
        assert (store.backups(), store.backup_due) == ([], True)
        made = store.make_backup()
        assert (store.backups(), store.backup_due) == ([made], False)


def test_a_backup_in_another_thread_holds_committed_content_only(work):
    store = work.store
    with store.change("Half"):
        store.rename("Unfinished")
        made: list[backups.Backup] = []
        thread = threading.Thread(target=lambda: made.append(store.make_backup()))
        thread.start()
        thread.join()
    with Store.open(made[0].path, read_only=True) as copy:
        assert (copy.title, copy.articles.count()) == ("Test briefing", 2)


def test_a_backup_that_cannot_be_made_does_not_keep_the_file_closed(path):
    backups.folder(path).write_text("a file in the way")
    with Store.open(path) as store:
        assert store.backup_due
        with pytest.raises(BriefingError, match="backup"):
            store.make_backup()


def test_a_backup_put_back_replaces_the_file_which_becomes_a_backup(path):
    reopen_and_rename(path, "Later")
    [backup] = backups.of(path)
    Store.restore(backup.path, path)
    with Store.open(path) as store:
        assert (store.title, store.check()) == ("Test briefing", [])
        kept = [b.path for b in store.backups() if b.path != backup.path]
    titles = set()
    for file in kept:
        with Store.open(file, read_only=True) as copy:
            titles.add(copy.title)
    assert "Later" in titles


def test_a_backup_replaces_a_file_that_is_damaged_or_gone(path):
    Store.open(path).close()
    [backup] = backups.of(path)
    path.write_bytes(b"ruined")
    Store.restore(backup.path, path)
    with Store.open(path) as store:
        assert store.title == "Test briefing"
    assert b"ruined" in [b.path.read_bytes() for b in backups.of(path)]
    path.unlink()
    Store.restore(backup.path, path)
    with Store.open(path) as store:
        assert store.title == "Test briefing"


def test_a_stale_journal_is_not_played_back_into_the_restored_file(path):
    Store.open(path).close()
    [backup] = backups.of(path)
    path.write_bytes(b"ruined")
    backups.journal_path(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x01" * 5000)
    Store.restore(backup.path, path)
    assert not backups.journal_path(path).exists()
    with Store.open(path) as store:
        assert store.check() == []


def test_a_damaged_backup_is_not_put_back(path, digest):
    Store.open(path).close()
    [backup] = backups.of(path)
    before = digest(path)
    content = bytearray(backup.path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xee" * 100
    for ruined in (bytes(content), b"text", b"", bytes(content[:8192])):
        backup.path.write_bytes(ruined)
        with pytest.raises((NotABriefing, UnreadableFile)):
            Store.restore(backup.path, path)
        assert digest(path) == before
    with pytest.raises(UnreadableFile):
        Store.restore(path.with_name("gone"), path)


def test_an_open_briefing_is_not_replaced(path):
    with Store.open(path) as store:
        [backup] = store.backups()
        with pytest.raises(FileInUse):
            Store.restore(backup.path, path)
        assert store.title == "Test briefing"


def test_a_copy_is_a_sound_briefing_of_its_own(work, tmp_path):
    target = tmp_path / "copy.briefing"
    target.write_text("to be replaced")
    work.store.save_copy(target)
    with Store.open(target) as copy:
        assert copy.snapshot() == work.store.snapshot()
        assert (copy.search("admiral"), copy.check()) == (work.store.search("admiral"), [])
    assert not list(tmp_path.glob(".*.new"))


def test_a_copy_carries_no_trace_of_what_was_deleted(store, import_article, tmp_path):
    import_article(store, body="It stays and remains.")
    secret = import_article(store, headline="Zanzibar", body="Xylophone informants. " * 50)
    section = store.sections.add(store.memos.all()[0].id, "S")
    entry = store.entries.add(section, "text", "Quixotic words")
    store.entries.remove([entry])
    store.articles.remove([secret])
    target = tmp_path / "copy.briefing"
    store.save_copy(target)
    content = target.read_bytes().lower()
    assert b"remain" in content
    for trace in (b"xylophone", b"ylophone", b"zanzibar", b"quixotic"):
        assert trace not in content


def test_a_copy_needs_another_name_and_a_folder(store, tmp_path):
    with pytest.raises(BriefingError, match="open"):
        store.save_copy(store.path)
    link = tmp_path / "same.briefing"
    os.link(store.path, link)
    with pytest.raises(BriefingError, match="open"):
        store.save_copy(link)
    with pytest.raises(UnreadableFile, match="no folder"):
        store.save_copy(tmp_path / "gone" / "copy.briefing")
    folder = tmp_path / "folder.briefing"
    folder.mkdir()
    with pytest.raises(BriefingError, match="cannot be written"):
        store.save_copy(folder)
    assert store.check() == []


@pytest.fixture
def elsewhere(tmp_path):
    """A folder that the user chose for backups."""
    made = tmp_path / "on another disk"
    made.mkdir()
    return made


def test_backups_go_into_the_chosen_folder_and_older_ones_are_still_found(path, elsewhere):
    Store.open(path).close()
    [beside] = backups.of(path)
    with Store.open(path) as store:
        store.rename("Later")
    with Store.open(path, backup_folder=elsewhere) as store:
        newest, oldest = store.backups()
        assert newest.path.parent == store.backup_place
        assert newest.path.parent.parent == elsewhere
        assert oldest == beside
    with Store.open(newest.path, read_only=True) as copy:
        assert (copy.title, copy.check()) == ("Later", [])


def test_briefings_of_one_name_do_not_drive_out_each_others_backups(path, elsewhere, tmp_path):
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    Store.create(other, "Other").close()
    for each in (path, other):
        Store.open(each, backup_folder=elsewhere).close()
    assert len(backups.of(path, elsewhere)) == len(backups.of(other, elsewhere)) == 1
    assert len(list(elsewhere.iterdir())) == 2


@pytest.mark.parametrize("trouble", ["gone", "a file", "read only", "a file in the way"])
def test_where_the_chosen_folder_cannot_be_used_backups_lie_beside(path, elsewhere, trouble):
    if trouble in ("gone", "a file"):
        elsewhere.rmdir()
    if trouble == "a file":
        elsewhere.write_text("no folder")
    if trouble == "read only":
        elsewhere.chmod(0o500)
        if os.access(elsewhere, os.W_OK):
            pytest.skip("nothing is forbidden to this user")
    if trouble == "a file in the way":
        backups.within(elsewhere, path).write_text("in the way")
    with Store.open(path, backup_folder=elsewhere) as store:
        [backup] = store.backups()
        assert backup.path.parent == backups.beside(path)
        assert not store.backup_due
    assert not list(path.parent.glob(".*.new"))


def test_a_version_with_a_label_stays_and_can_be_put_back(path, monkeypatch):
    monkeypatch.setattr(backups, "KEEP", 2)
    with Store.open(path) as store:
        kept = store.make_backup(' Before: the "call" / 2nd draft. ')
        assert kept.label == "Before the call 2nd draft"
    for number in range(4):
        reopen_and_rename(path, str(number))
    found = backups.of(path)
    assert [backup.label for backup in found] == ["", "", kept.label]
    Store.restore(kept.path, path)
    with Store.open(path) as store:
        assert store.title == "Test briefing"


def test_the_time_of_the_last_change_is_known(path):
    os.utime(path, (0, 1_578_300_000))
    with Store.open(path, read_only=True) as store:
        assert store.saved_at.timestamp() == 1_578_300_000
