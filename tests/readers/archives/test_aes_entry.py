"""Reads entries of archives under AES that another program (pyzipper) wrote."""

from __future__ import annotations

import random
from base64 import b64decode
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import BriefingError, PasswordNeeded
from briefing_app.readers import Options, read
from briefing_app.readers.archives.aes_entry import WrongPassword, read_entry
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.reading import read_whole

PASSWORD = "Schlüssel"
ARCHIVE = b64decode("""
UEsDBBQAAQBjAABIJ1B/5gCNiAAAAHQAAAAKAAsAS3V3YWl0LnR4dAGZBwABAEFFAQAAArNOOhGqoDgYixXOE9hHIozT
T0qiR9Ln9kIanMzbXrkIMo3t0GPCIExjfJMlLABZfY9Lcl0i198z8E22ccX/uep29p1icqgLgebHHQCcZE5qS+CBP203
5ZLu14tOuaAZSdLJ5dImNez0dtoB8DdcVp2wPgNYbrguIMN48pOZD2yOWwI2JHCzOlBLAwQuAAEAYwAASCdQAAAAAJQA
AAByAAAACQALAEFtbWFuLnR4dAGZBwACAEFFAgwAIm/0w6/W9LRDvPzjc8KstOsbH0jB2i+n1oTP05omVJeoitxGZtgi
mC41HgZHKRrQMkX35z8DNSG+VT64NtyaFlzmj2KKPtD5tGkVFgQsPH0G0DJqcLBPvJ9fAvVkFZFZMWzKaiEZvfWnG9ju
yZqzU9ydiRnqnvy01APoRyGrOENNqEQEwDDJk9VC50VljZ0b0O+Z41BLAwQUAAEAYwAASCdQAAAAAHQAAAByAAAACQAL
AEVyYmlsLnR4dAGZBwACAEFFAwgAGBpRwn3wNGuwNT+lMRQDIG8kgqY+S7hupSWR+21PQIDUlj+3FLX8dWxPw7zruJLA
pSNtibw6ZqMV7h02QaOrN53133pm+xTE9NsZLYeJAFsJM8KfM9F7PUnugBJYNk8WiihMtEyzCJ9+woGGj76qmduDXJhQ
SwMEFAABAGMAAEgnUAAAAAB0AAAAdgAAAAsACwBCYWdoZGFkLnR4dAGZBwACAEFFAwgALvtXSHHZM8LLOlkajB8dh6xI
lDQHCFsj9161UwQUqho3gLWxoFPl0yVsthBshaSPycudTtuA1feaIKIGQxfON2g2MCFDfJE2aOp1DYNs+Ixw/mI92qJi
85BmLAbVUxGlEBhhqmz8Jt1LI4H0JUsBAcFrxsBQSwECFAMUAAEAYwAASCdQf+YAjYgAAAB0AAAACgALAAAAAAAAAAAA
gAEAAAAAS3V3YWl0LnR4dAGZBwABAEFFAQAAUEsBAi4DLgABAGMAAEgnUAAAAACUAAAAcgAAAAkACwAAAAAAAAAAAIAB
uwAAAEFtbWFuLnR4dAGZBwACAEFFAgwAUEsBAhQDFAABAGMAAEgnUAAAAAB0AAAAcgAAAAkACwAAAAAAAAAAAIABgQEA
AEVyYmlsLnR4dAGZBwACAEFFAwgAUEsBAhQDFAABAGMAAEgnUAAAAAB0AAAAdgAAAAsACwAAAAAAAAAAAIABJwIAAEJh
Z2hkYWQudHh0AZkHAAIAQUUDCABQSwUGAAAAAAQABAALAQAAzwIAAAAA
""")
"""Kuwait.txt: 128 bits, AE-1, stored. Amman.txt: 192 bits, AE-2, bzip2. Erbil.txt: 256 bits, AE-2,
deflated. Baghdad.txt: the same under another password.
"""


def entry_bytes(name: str, password: str = PASSWORD, data: bytes = ARCHIVE) -> bytes:
    entry = ZipFile(BytesIO(ARCHIVE)).getinfo(name)
    return read_entry(data, entry, password.encode())


@pytest.mark.parametrize("place", ["Kuwait", "Amman", "Erbil"])
def test_keys_of_all_lengths_and_all_packings_open(place: str) -> None:
    text = entry_bytes(f"{place}.txt").decode()
    assert text.startswith(f"Trainers wait in {place}\n\nThe trainers who left")
    assert text.endswith(f"wait in {place}, an officer of the mission said.\n")


def test_a_wrong_password_is_told_from_damage() -> None:
    with pytest.raises(WrongPassword):
        entry_bytes("Erbil.txt", "schlüssel")
    damaged = bytearray(ARCHIVE)
    damaged[ARCHIVE.index(b"Amman.txt") - 60] ^= 1
    with pytest.raises(BadZipFile):
        entry_bytes("Kuwait.txt", data=bytes(damaged))
    with pytest.raises(BadZipFile):
        entry_bytes("Baghdad.txt", data=ARCHIVE[:100])


def test_an_archive_under_aes_asks_for_its_password_and_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "secret.zip"
    path.write_bytes(ARCHIVE)
    with pytest.raises(PasswordNeeded, match="needs its password"):
        read(path)
    with pytest.raises(PasswordNeeded, match="password of the archive is wrong"):
        read(path, Options(password="Kennwort"))
    *places, other = sorted(read(path, Options(password=PASSWORD)).parts, key=is_refused)
    found = [part.articles[0].headline for part in places if isinstance(part, ReadFile)]
    assert found == [f"Trainers wait in {place}" for place in ("Kuwait", "Amman", "Erbil")]
    assert isinstance(other, Refusal)
    assert other.error.message == (
        "“Baghdad.txt” has another password than the rest of the archive."
    )


def is_refused(part: ReadFile | Refusal) -> bool:
    return isinstance(part, Refusal)


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    chance = random.Random(5)
    outcomes = set()
    for _ in range(300):
        changed = bytearray(ARCHIVE)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            file = Incoming("a.zip", bytes(changed), options=Options(password=PASSWORD))
            outcomes.add(len(read_whole(file).parts))
        except BriefingError:
            outcomes.add(-1)
    assert {-1, 4} <= outcomes
