"""Opens an OpenDocument text that LibreOffice 7.4 protected by a password."""

from __future__ import annotations

import random
from base64 import b64decode
from pathlib import Path

import pytest

from briefing_app.errors import BriefingError, PasswordNeeded, UnreadableFile
from briefing_app.readers import Options, read
from briefing_app.readers.documents.odt import read_odt
from briefing_app.readers.incoming import Incoming
from tests.readers.documents.test_odt import MANIFEST, odt

PASSWORD = "geheim"
PROTECTED = b64decode("""
UEsDBBQAAAAAAHRedl1exjIMJwAAACcAAAAIAAAAbWltZXR5cGVhcHBsaWNhdGlvbi92bmQub2FzaXMub3BlbmRvY3Vt
ZW50LnRleHRQSwMEFAAAAAAAdF52XTDtj6kgBwAAIAcAAAsAAABjb250ZW50LnhtbPasQBrkZPeMTKpQLosjvIDGoTeJ
rUjiibyalFU/P63cUF+Czsaj9iFOC/oiz4BgvVj9HIK5/Z3tAVCQMKhBPMKqAA+9WyQLfCAuc1NNspfqioLqxZP2Y4Kh
RVBouJL1EOedScxsMfdLnVx+D7WDW36LBdwvqWc4BSisYAFe05ZxfynShZ5lrb02W4rLUOaIj1pH/OYmah0QvL/W9srx
l57fKIUPYBV88qHgDrfpqm83GCmqjX9xbB5dluvH+QjOGSt0zqk/ArwMIVcdDV2JXoKVJoUb/Ztq4YVEftz3ZE80e32D
BFV05inaV+9SyPfm1Npzpgb+T6EqmvhUDwegPX81DI3VjnxvnT1tA509Y+W/tKDBvlNOFJMgp0BA8xmq9ve07WtGr7Na
j9f65NBbEfAXzHCO8V5s+pnfpoC+NwvTjeproH4smWksjV1AWSjm7p0StVVjcOjm5WPEcjOa8Q1DL+GZJwVBoIbaDR0/
YzhpfZj1pXm2QWrQfNxzOnTsic+zJu2Dj76geqGI14GkpTR6uDpWvawYqwsAqi/S0UjqEVUKdPzU0BmeeZaY098PlrzB
hBEU9XHhLRlWtNtrjsYgeZrKOZaG5Y9paLi/dxuXUX5IPhOUyO6f+xp5KwC0R0ncrowwHjEGk9UONg9wXNkBy7HQsirl
vPBcmAn1DWdcegfLhHNwCOGh0vL7MIDNHvqUvo731jTVRi/NV2gWdRlE5Q3BVCx7x7zl0hYB5EsLBhGwSm7Pm7gA2UJK
tvrsZNa/t5wekDcZNjTi2nls32l7OodRrEKqVUsBzQcDMzjgLUVUKQJ2nz5ZSqTm6tlmhp/1NQmCHG0BZWXtvPBFDhPX
QNb6Ecx10ItlXS5a4ZNbVsmlLzyqzNszQ/d2sjoP0tkTw2+fBv+PhVz+SvkRPaIOj05LzyDAKAMtTpyGh8h3+yw32PDP
HZI2qR39t29T+Y9MdGMBuKgBIgH/zjO/CJfphFN2YorqDqhsxgo5sj+FUUxRyeNQY6ONMwCi/qN/30/Nz6PCXeIAGNXO
/2kKJLSTa3AOvg0mMRxcAIeHlyN0ewmiqTP0h8iiDi7PkIhfoniLFAo2CruLxZhiTbvHZ7a7JKgsS4L7JuEPWM6ZsxXi
JiJuptPyGe1bD7LZA8Qhx3wg08MEgTWu9Yot3BTMx0V5aji0H1kUm379s1EuWlt9Q/bYYzx/Be/k+NoS7Kw7QggoZBuJ
pcOe7hpWr8tgRESvL0aFHDsmCV9JxoLReuRWsMzLiMgb5KlbyvcrVZwqVVCbH2+UrFUplpM1HSvNMEEj+c9N8BUSNew/
Biqv5NqseEQte1jfhqxHzg2Sj3jT7aapNSDFiATYqQrlU1LcH64GKNq8mg+x8w4Igd9LYjUcxHCGs21xpJmba4J/rbyz
wB8Tu+T67vvuI+Y12+7+l9MgODA54/ty8X1j0bHc+JaqxacA1tUvvFIsrMBLrAGZidjTYKxrYZ9/dy5gEBRi+UQ/34Lz
eIJcEKxauNAWr68gcTE0BJj8IPd1d+1tB+cWbFIzyq6Gwvf2xMyye6MReG+nWpHtu3Lw2XpkgVFGLUexPGpwdEZPtrYV
90Oc6k6bO8PnedWCGAblg/C9cfEhihSlFwIFXqL32V3mCbW8lSC8KlI/cKJEuaCpRKy5KcUg9usXbrdecD0pocbWPEKo
FWjbJz8mz/aBInvUonHb6xYBlMp4TbDaor8l6kzsm4LahIGOs0e/t1m5VFUsugIrOllQ1QVQ2qP/zCFqAtoK204KBn+z
I27h599XeaQYT79uwKkPzHBGK2nP1QQXeT6/LvHJ4u+6nQBHGf8+ADhLVOkAs8ud9FqgDnLT6NShmfg4XJlzMzzCHL5e
q1sJQQvI97+qcLh7leuSiOpjBGr9MxniI2jNi8+VbQyLX+45vp/qL4AkhklWRslz6jTodXeipu9INT5AjOc+T+HxTTma
a3U2EZ58QuwD38v+6VRkqps/NWSMxGXeg+7p/OXFbwfTOjSgO7uKptDReTHm7f0BoFJ9UVu2Spq9RGxelkvstTgxmL6y
fDtfXEqmS/0OocnN0hECmfAm/vuFAjSJfkQHaV/zPF499C7heaNk2+js4F+jA+m7fAdttljculi7Y0spUA7OLF0U70/z
7iIAvmRoEUikgVA2AFM/gOuxf+C/fC7rDh/vIznmLD4t4U/VqhveJxh2t1nXcBGRMLfwsSCKCRYlJg7UwQqm5hYimwpz
FeLu24fhxSY3BNW3mVcolVGZF4K/aZ6dyXLzKQosB4QeqYy9aq/7+cCKI9fZAKnb8Fb9lOEdcSaWQ/9aXY6OoSZw7g3e
lAPU7QRwtB4+sD91WCztQdk0gWrFOqG47r3fcSHmeMc2MNlln7iuSz6rn+2S6FXxqiMPcCv6cW5eHsLL8YXxrlsFBmym
lhzqmY/j1mCbV1BLAwQUAAAACAB0XnZdpF3grdgBAAADBAAAFQAAAE1FVEEtSU5GL21hbmlmZXN0LnhtbJVS0VLbMBD8
lYx47DiWnRCoBsGEaUJbSEtpwkDfFPlsi9iSa8lx0q+vHGyilIGZ+km6Pe+u9u7sYpNnvTWUWihJUdDHqAeSq0jIhKLF
fOqdoovzs5xJEYM2pDv07G9Sv1wpqkpJFNNCE8ly0MRwogqQkeJVDtKQw36yE3q5OfoD1FJnCjYdb5mQjihWlYyYsd2t
EGwKKEUDsYyoOBYciMOwU3IeEIsMPNtcbvfycZVlXsFMShFX0li0bxkcfzlEgnlmWwBFxpL6h7AWfyxwPMAjV8nGWG6L
xqlnDbN9O0+Br3SVt4T/n9yRTll4PPKCFXrNStGX+ipOTx5OlkGxXizH3/G3Yr6ob9TXp4kcVzhYTB/v4P7p5wc9pK5h
liWqFCbNe69LXuONotSYgvh+Xdf9etC3c/FDjAMfD5tE7IOPGOjGGV9yx5qQwgiWCb2bm7cGblRJ0awKAhhej4IkvHoc
BZ9v0tVE/qAU+Y4pbVhpvBVsvQQklDuG3rvoe1axjz82ViMtkjZFx2fD8zzLQXhgogEiu2Xrf+QP663w7eX1p2n4Fq2T
iukMc7vTdtUD3HzuXrHMlkVyh2cT7c9N9OtB/57d34rL4fg5Jv+tbXOh/cq71e5w/hdQSwECFAMUAAAAAAB0XnZdXsYy
DCcAAAAnAAAACAAAAAAAAAAAAAAAgAEAAAAAbWltZXR5cGVQSwECFAMUAAAAAAB0XnZdMO2PqSAHAAAgBwAACwAAAAAA
AAAAAAAAgAFNAAAAY29udGVudC54bWxQSwECFAMUAAAACAB0XnZdpF3grdgBAAADBAAAFQAAAAAAAAAAAAAAgAGWBwAA
TUVUQS1JTkYvbWFuaWZlc3QueG1sUEsFBgAAAAADAAMAsgAAAKEJAAAAAA==
""")
"""Of the file only its text is left."""


def opened(data: bytes, password: str = PASSWORD) -> str:
    (article,) = read_odt(Incoming("a.odt", data, options=Options(password=password))).articles
    return f"{article.headline}\n{article.body}"


def test_a_protected_text_asks_for_its_password_and_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "secret.odt"
    path.write_bytes(PROTECTED)
    with pytest.raises(PasswordNeeded, match=r"“secret\.odt”: the document is protected"):
        read(path)
    with pytest.raises(PasswordNeeded, match="this is not its password"):
        read(path, Options(password="Geheim"))
    (article,) = read(path, Options(password=PASSWORD)).articles
    assert article.headline == "Trainers wait in Kuwait"
    assert article.paragraphs[1] == "“Nobody has told us when we go back,” he said."


@pytest.mark.parametrize(
    "protection",
    [
        "",
        "<manifest:algorithm manifest:algorithm-name='Blowfish CFB'/><manifest:key-derivation "
        "manifest:iteration-count='1024'/><manifest:start-key-generation/>",
        "<manifest:algorithm manifest:algorithm-name='x#aes256-cbc'/><manifest:key-derivation "
        "manifest:key-derivation-name='PBKDF2' manifest:iteration-count='999999999'/>"
        "<manifest:start-key-generation manifest:start-key-generation-name='x#sha256'/>",
    ],
)
def test_another_way_of_protection_is_refused_with_a_way_out(protection: str) -> None:
    entry = (
        "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data>"
        f"{protection}</manifest:encryption-data></manifest:file-entry>"
    )
    manifest = MANIFEST.replace("/>", f">{entry}</manifest:manifest>")
    with pytest.raises(UnreadableFile, match="in a way that cannot be opened here"):
        opened(odt("", **{"META-INF/manifest.xml": manifest}))


def test_changed_bytes_bring_nothing_but_errors_for_the_user() -> None:
    chance = random.Random(9)
    outcomes = set()
    for _ in range(60):
        changed = bytearray(PROTECTED)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            outcomes.add(opened(bytes(changed))[:8])
        except BriefingError as error:
            outcomes.add(type(error).__name__)
    assert {"Trainers", "UnreadableFile"} <= outcomes
