"""Memos of every kind before the linter, the schemas, the Open XML SDK and the ear.

Microsoft Word is no part of these tests; these are the nearest that can be had without it.
"""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Kind, Layout
from tests.memo.briefings import FIELDS, Draft, golden, with_articles
from tests.memo.docx_accessibility import barriers, contrast
from tests.memo.docx_lint import lint
from tests.memo.docx_schema import Schemas
from tests.memo.test_docx_lint import altered

ODD = (
    "a\x00\x08\x1f\x7f\u0085<&>\"']]>\u200b\u202e\ud800\ufffe\U0001f600\t\r\n\x0b\x0c%{{ x }}"
    "\u0301é \u2028\u2029 شش NATO שלום 日本"
)


def bare() -> Briefing:
    return Draft().done()


def odd() -> Briefing:
    """Everything that the user or an article may write, written oddly."""
    draft = Draft(bottom_line=ODD, **dict.fromkeys(FIELDS, ODD))
    draft.article(
        "odd",
        ODD * 2,
        ODD,
        publisher=ODD,
        byline=ODD,
        published=ODD,
        url=f"https://{ODD}/",
        language=ODD,
    )
    for layout in Layout:
        draft.section(ODD, layout)
        for kind in Kind:
            draft.entry(kind, ODD, draft.excerpt("odd", ODD, speaker=ODD, event_time=ODD))
    return draft.done()


def large() -> Briefing:
    draft = with_articles(**FIELDS)
    for number, layout in enumerate(Layout):
        draft.section(f"Section {number}", layout)
        for _ in range(15):
            draft.fact("wire", "The island has food for eleven days")
            draft.quote("harbor", "Nobody wants this strike.", speaker="Ida Holm")
    return draft.done()


def right_to_left() -> Briefing:
    draft = with_articles(to="فرماندار", subject="جزیره")
    draft.section("گفته‌ها", Layout.QUOTES)
    draft.quote("persian", "«هراس بی‌جا است»", speaker="فرماندار")
    draft.section("خلاصه")
    draft.entry(Kind.TEXT, "NATO گفت: 5 کشتی می‌آید.")
    return draft.done()


EASTERN = {
    "zh": ("双方不会恢复谈判（US），因为在等待。", "“我们反对任何单边制裁，”", "毛宁", "人民日报"),
    "zh-TW": ("國防部長說，局勢沒有改變。", "「我們不會讓步，」", "王小明", "聯合報"),
    "ja": ("会談は東京で行われた。", "「日本は連携していく」", "林芳正", "朝日新聞"),
    "ko": ("북한은 반응을 보이지 않았다.", "“대화의 문을 열어 두고 있다”", "대변인", "연합뉴스"),
}


def eastern() -> Briefing:
    """Chinese in both ways of writing, Japanese and Korean, wherever words can stand."""
    draft = Draft(bottom_line="Beijing (北京) “waits”. 双方都在等待。", subject="中美 talks")
    for language, (fact, quote, name, outlet) in EASTERN.items():
        draft.article(
            language, f"{fact}\n{quote}", fact, byline=name, publisher=outlet, language=language
        )
    for title, layout in (("各方", Layout.BULLETS), ("Positions 立場", Layout.POSITIONS)):
        draft.section(title, layout)
        for day, (language, (fact, _, name, _)) in enumerate(EASTERN.items(), 1):
            draft.fact(language, fact, event_time=f"2026-11-0{day}")
            draft.entry(Kind.FACT, f"{name}: {fact}")
    draft.section("原话", Layout.QUOTES)
    for language, (_, quote, name, _) in EASTERN.items():
        draft.quote(language, quote, speaker=name, speaker_role=f"minister ({name})")
    return draft.done()


def endless() -> Briefing:
    """Paragraphs of 10,000 letters, in two directions, and addresses of 500 and 3,000."""
    draft = Draft(bottom_line="So it goes on. " * 700, subject="Without end " * 100)
    draft.article(
        "long", "Word " * 2000 + "\n" + "كلمة " * 2000, url=f"https://a.example/{'x' * 482}"
    )
    draft.article("longer", "One.", "H" * 10_000, url=f"https://a.example/?{'y' * 2982}")
    draft.section("Facts")
    draft.fact("long", "Word " * 1999 + "Word", "Word " * 2000)
    draft.fact("longer", "One.")
    draft.section("Quotes", Layout.QUOTES)
    draft.quote("long", "كلمة " * 1999 + "كلمة", speaker="S" * 500)
    draft.section("T" * 1000, Layout.TABLE)
    draft.entry(Kind.FACT, "x" * 10_000)
    return draft.done()


KINDS = {
    "golden": golden,
    "bare": bare,
    "odd": odd,
    "large": large,
    "endless": endless,
    "right to left": right_to_left,
    "eastern": eastern,
    "no notes": lambda: replace(golden(), evidence=()),
}


@pytest.fixture(scope="module")
def memos(printed: Callable[[Briefing], Path]) -> dict[str, Path]:
    return {name: printed(make()) for name, make in KINDS.items()}


def sdk_errors(sdk: Path, *files: Path) -> dict[str, list[str]]:
    command = ["node", "validate.mjs", *map(str, files)]
    found = subprocess.run(command, cwd=sdk, capture_output=True, text=True, check=True)
    errors: dict[str, list[str]] = json.loads(found.stdout)
    return errors


@pytest.mark.parametrize("name", KINDS)
def test_the_linter_finds_nothing(memos: dict[str, Path], name: str) -> None:
    assert lint(memos[name]) == []


@pytest.mark.parametrize("name", KINDS)
def test_the_schemas_find_nothing(memos: dict[str, Path], schemas: Schemas, name: str) -> None:
    assert schemas.problems(memos[name]) == []


@pytest.mark.parametrize("name", KINDS)
def test_nothing_stands_in_the_way_of_those_who_hear_the_memo(
    memos: dict[str, Path], name: str
) -> None:
    assert barriers(memos[name]) == []


def faulty(memo: Path, target: Path, there: str, instead: str) -> Path:
    altered(memo, target, lambda _, text: text.replace(there, instead))
    return target


def test_the_schemas_see_a_wrong_order(golden_docx: Path, tmp_path: Path, schemas: Schemas) -> None:
    path = faulty(
        golden_docx,
        tmp_path / "x.docx",
        "<w:keepNext/><w:keepLines/>",
        "<w:keepLines/><w:keepNext/>",
    )
    assert any("keepNext" in problem for problem in schemas.problems(path))


@pytest.mark.parametrize(
    ("there", "instead", "barrier"),
    [
        ("<dc:language>en-US</dc:language>", "", "no language"),
        ("<w:tblHeader/>", "", "a table without a header row"),
        ("<w:tblDescription", "<w:ignored", "a table without tblDescription"),
        ('w:val="Heading2"', 'w:val="Heading3"', "a heading skips a level"),
        (">harborledger.example<", ">https://harborledger.example<", "a link that says"),
        ('w:val="4A5568"', 'w:val="C9D1DB"', "color C9D1DB has a contrast of"),
        ('<w:sz w:val="18"/>', '<w:sz w:val="15"/>', "text of 7.5 points"),
        (">What happened<", "> <", "an empty paragraph in Heading1"),
    ],
)
def test_a_barrier_is_seen(
    golden_docx: Path, tmp_path: Path, there: str, instead: str, barrier: str
) -> None:
    found = barriers(faulty(golden_docx, tmp_path / "x.docx", there, instead))
    assert any(problem.startswith(barrier) for problem in found)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_eastern_word_is_in_its_language_and_font(memos: dict[str, Path]) -> None:
    with zipfile.ZipFile(memos["eastern"]) as archive:
        parts = ("word/document.xml", "word/footnotes.xml")
        xml = "".join(archive.read(name).decode() for name in parts)
    spoken = set(re.findall(r'<w:lang w:eastAsia="([^"]+)"/>', xml))
    assert spoken == {"zh-CN", "zh-TW", "ja-JP", "ko-KR"}
    for run in re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", xml):
        words = "".join(re.findall("<w:t [^>]*>([^<]*)<", run))
        if re.search("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", words):
            assert 'w:hint="eastAsia" w:eastAsia="' in run
            assert "w:lang w:eastAsia=" in run
