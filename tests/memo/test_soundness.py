"""Memos in every form, about every set of articles, in every language; and unsound ones.

Microsoft Word is no part of these tests. The three checks that stand for it must find nothing in
what is written, and together every fault that is planted.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, product
from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.memo import build, docx_writer, form, language
from tests.memo.briefings import golden
from tests.memo.docx_accessibility import barriers
from tests.memo.docx_lint import lint
from tests.memo.docx_mutants import MUTANTS, mutate
from tests.memo.docx_schema import Schemas
from tests.memo.river_memo import river_memo
from tests.memo.seed_memos import SHARED, seed_memo, seed_sets
from tests.memo.test_validation import KINDS, sdk_errors

LEFT_TO_SDK = {"properties of a run out of order"}
LEFT_TO_SCHEMAS = {
    "run outside a paragraph", "paragraph in a paragraph", "words outside a text",
    "properties of a paragraph out of order", "colour that is none", "size that is none",
    "place that is none", "element that is none", "attribute that is none",
}  # fmt: skip
SEEN_BY_SDK = (*LEFT_TO_SDK, "size that is none", "style twice")
SETS = ("river", "seeds", *(("shared",) if SHARED.is_dir() else ()))
MEMOS = ["-".join(parts) for parts in product(SETS, form.names(), language.names())]


def memo_named(name: str) -> Briefing:
    subject, rest = name.split("-", 1)
    kind, tag = rest.rsplit("-", 1)
    if subject == "river":
        return river_memo(kind, tag)
    return seed_memo(seed_sets()[subject], kind, tag)


def write(briefing: Briefing, path: Path) -> Path:
    docx_writer.write(build(briefing), path, form.of(briefing.memo))
    return path


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("memos")
    return {name: write(memo_named(name), folder / f"{name}.docx") for name in MEMOS}


@pytest.fixture(scope="module")
def mutants(memos: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("mutants")
    sound = memos["river-information-en"]
    return {
        kind: mutate(sound, folder / f"{number}.docx", kind) for number, kind in enumerate(MUTANTS)
    }


@pytest.fixture(scope="module")
def odd_memos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("odd")
    return {name: write(make(), folder / f"{name}.docx") for name, make in KINDS.items()}


@pytest.mark.parametrize("name", MEMOS)
def test_linter_and_ear_find_nothing(memos: dict[str, Path], name: str) -> None:
    assert lint(memos[name]) == []
    assert barriers(memos[name]) == []


@pytest.mark.parametrize("name", MEMOS)
def test_the_schemas_find_nothing(memos: dict[str, Path], schemas: Schemas, name: str) -> None:
    assert schemas.problems(memos[name]) == []


def test_the_open_xml_sdk_finds_faults_in_the_unsound_ones_and_nothing_else(
    memos: dict[str, Path], odd_memos: dict[str, Path], mutants: dict[str, Path], sdk: Path
) -> None:
    """All in one go, because it starts slowly."""
    unsound = [mutants[kind] for kind in SEEN_BY_SDK]
    written = [*memos.values(), *odd_memos.values()]
    with ThreadPoolExecutor(2) as pool:
        halves = pool.map(
            lambda paths: sdk_errors(sdk, *paths), (written[::2], [*written[1::2], *unsound])
        )
        said = {path: errors for half in halves for path, errors in half.items()}
    assert len(said) == len(written) + len(unsound)
    assert {path for path, errors in said.items() if errors} == set(map(str, unsound)), said


@pytest.mark.parametrize("kind", sorted(set(MUTANTS) - LEFT_TO_SDK))
def test_linter_or_schemas_find_what_is_planted(
    mutants: dict[str, Path], schemas: Schemas, kind: str
) -> None:
    path = mutants[kind]
    assert next(chain(by_linter(path), by_schemas(path, schemas)), None) is not None


def test_the_linter_alone_finds_most_faults(mutants: dict[str, Path]) -> None:
    missed = {kind for kind, path in mutants.items() if next(by_linter(path), None) is None}
    assert missed == LEFT_TO_SCHEMAS | LEFT_TO_SDK


def by_linter(path: Path) -> Iterator[str]:
    try:
        yield from lint(path)
    except (AttributeError, KeyError, TypeError) as error:
        yield f"the linter stumbles: {error!r}"


def by_schemas(path: Path, schemas: Schemas) -> Iterator[str]:
    try:
        yield from schemas.problems(path)
    except SyntaxError as error:
        yield f"no XML: {error}"


def test_the_same_memo_gives_the_same_bytes(memos: dict[str, Path], tmp_path: Path) -> None:
    for name in ("river-press-summary-fr", "seeds-action-de"):
        again = write(memo_named(name), tmp_path / "again.docx")
        assert again.read_bytes() == memos[name].read_bytes()


def test_the_golden_memo_is_written_by_every_form(tmp_path: Path) -> None:
    for name in form.names():
        path = tmp_path / f"{name}.docx"
        docx_writer.write(build(golden()), path, form.load(name))
        assert lint(path) == []
