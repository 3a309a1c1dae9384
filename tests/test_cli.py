from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from briefing_app import cli
from briefing_app.domain.outline import Kind, Layout
from briefing_app.memo import outputs
from briefing_app.store import Store

ARTICLE = """\
Envoys gather in Geneva

GENEVA, January 6, 2020 (Reuters) - Envoys gathered on Monday to talk about safe shipping.

“Nobody leaves before there is a text,” said the chair, Ana Duarte, on arrival.

Reporting by Ann Example
"""
WORDS = "“Nobody leaves before there is a text,”"


class Answer:
    """What a command printed and how it ended."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def briefing(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    def run(*arguments: object) -> Answer:
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return run


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing with one article, a quote of which is filed."""
    folder = tmp_path_factory.mktemp("template")
    made = folder / "talks.briefing"
    (folder / "geneva.txt").write_text(ARTICLE, encoding="utf-8")
    assert cli.main(["new", str(made), "--title", "Talks"]) == 0
    assert cli.main(["import", str(made), str(folder / "geneva.txt")]) == 0
    with Store.open(made) as store:
        section = store.sections.add(store.memos.all()[0].id, "Positions", layout=Layout.QUOTES)
        article = store.articles.get(store.articles.ids()[0])
        start = article.body.index(WORDS)
        store.entries.file(
            section, Kind.QUOTE, article.id, start, start + len(WORDS), speaker="Ana Duarte"
        )
    return made


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Path:
    """A copy of the template, and beside it the article that is in it."""
    shutil.copy(template.with_name("geneva.txt"), tmp_path)
    return Path(shutil.copy(template, tmp_path))


def test_new_makes_a_briefing_and_never_overwrites_one(briefing, tmp_path: Path) -> None:
    made = briefing("new", tmp_path / "talks")
    assert made.out.strip() == str(tmp_path / "talks.briefing")
    with Store.open(tmp_path / "talks.briefing") as store:
        assert store.title == "talks"
    again = briefing("new", tmp_path / "talks")
    assert again.status == 1
    assert again.err.startswith("error: ")
    assert "Traceback" not in again.err


def test_import_says_of_every_file_what_became_of_it(briefing, file: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("A note\n\nWithout outlet or date, but text.\n", "utf-8")
    answer = briefing("import", file, tmp_path / "note.txt", tmp_path / "geneva.txt")
    assert "needs details: " in answer.out
    assert "Unknown: publisher, published." in answer.out
    assert "already in the library: " in answer.out
    assert answer.err.strip() == "1 needs details, 1 already in the library"
    assert answer.status == 0


def test_a_refused_file_makes_the_status_1_and_the_others_come_in(
    briefing, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("A note\n\nOf some length.\n", "utf-8")
    answer = briefing("import", file, tmp_path / "gone.txt", tmp_path / "note.txt", "--json")
    rows = json.loads(answer.out)
    assert [row["outcome"] for row in rows] == ["refused", "needs details"]
    assert answer.status == 1
    assert len(json.loads(briefing("list", file, "--json").out)) == 2


def test_list_shows_articles_and_what_is_filed_from_them(briefing, file: Path) -> None:
    line = briefing("list", file).out
    assert line.split()[:2] == ["2020-01-06", "Reuters"]
    assert "Envoys gather in Geneva  [1 quote]" in line
    row = json.loads(briefing("list", file, "--json").out)[0]
    assert (row["headline"], row["quotes"], row["missing"]) == ("Envoys gather in Geneva", 1, [])
    assert briefing("list", file, "--filter", "incomplete").out == ""


def test_search_marks_what_it_found(briefing, file: Path) -> None:
    found = briefing("search", file, "safe", "ship")
    assert found.out.startswith("Envoys gather in Geneva\n")
    assert "[safe] [shipping]" in found.out
    hit = json.loads(briefing("search", file, "safe", "ship", "--json").out)[0]
    assert [hit["snippet"][a:b] for a, b in hit["marks"]] == ["safe", "shipping"]


@pytest.mark.parametrize("words", ["nothing", "U.S.", "don't", '"', "AND", "a:b", "*"])
def test_search_for_what_is_not_there_is_status_1_and_no_error(
    briefing, file: Path, words: str
) -> None:
    answer = briefing("search", file, words)
    assert (answer.status, answer.out, answer.err) == (1, "", "")


def test_export_writes_a_word_memo_with_the_quote(briefing, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "memo.docx"
    answer = briefing("export", file, out)
    assert (answer.status, answer.out.strip()) == (0, str(out))
    text = "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert "Positions" in text
    assert "Nobody leaves before there is a text" in text


def test_a_quote_that_is_not_verbatim_stops_the_export_until_insisted(
    briefing, file: Path, tmp_path: Path
) -> None:
    with Store.open(file) as store:
        card = store.entries.cards(store.memos.all()[0].id)[0]
        store.entries.update(card.entry.id, text="“Everybody leaves before there is a text,”")
    out = tmp_path / "memo.docx"
    refused = briefing("export", file, out)
    assert refused.status == 1
    assert "Everybody leaves" in refused.err
    assert "Nobody leaves" in refused.err
    assert "--anyway" in refused.err
    assert not out.exists()
    assert briefing("export", file, out, "--anyway").status == 0
    assert out.exists()


def test_an_export_to_a_folder_that_is_not_there_is_an_error_in_words(
    briefing, file: Path, tmp_path: Path
) -> None:
    answer = briefing("export", file, tmp_path / "gone" / "memo.docx")
    assert answer.status == 1
    assert answer.err.startswith("error: ")


@pytest.mark.parametrize("name", ["html", "markdown", "xlsx", "csv", "pack"])
def test_export_writes_what_the_name_or_the_format_asks_for(
    briefing, file: Path, tmp_path: Path, name: str
) -> None:
    by_name, by_format = tmp_path / f"memo{outputs.SUFFIXES[name]}", tmp_path / "memo.out"
    assert briefing("export", file, by_name).status == 0
    assert briefing("export", file, by_format, "--format", name).status == 0
    assert by_name.read_bytes() == by_format.read_bytes()


def test_every_output_is_a_format_of_the_command_line() -> None:
    assert tuple(outputs.SUFFIXES) == cli.EXPORT_FORMATS


def test_a_memo_is_chosen_by_its_title(briefing, file: Path, tmp_path: Path) -> None:
    with Store.open(file) as store:
        second = store.memos.add("Second")
        section = store.sections.add(second, "Only here")
        store.entries.add(section, Kind.TEXT, "Said in the second memo.")
        first = store.memos.all()[0].title
    assert briefing("memos", file).out.splitlines() == [
        f"{first}  [information]", "Second  [information]",
    ]  # fmt: skip
    out = tmp_path / "memo.md"
    assert briefing("export", file, out, "--memo", "Second").status == 0
    assert "Said in the second memo." in out.read_text(encoding="utf-8")
    refused = briefing("export", file, out, "--memo", "Third")
    assert refused.status == 1
    assert "There is no memo “Third”." in refused.err and "“Second”" in refused.err


def test_places_without_a_mark_are_listed(briefing, file: Path, tmp_path: Path) -> None:
    with Store.open(file) as store:
        memo = store.memos.all()[0]
        store.memos.update(memo.id, options={"scheme": "us"})
        texts = [card.entry.text for card in store.entries.cards(memo.id)]
    refused = briefing("export", file, tmp_path / "memo.docx")
    assert refused.status == 1
    assert texts and all(f"no mark: {text}" in refused.err for text in texts)
    assert not (tmp_path / "memo.docx").exists()


def test_check_finds_a_sound_file_sound(briefing, file: Path) -> None:
    assert briefing("check", file).out.strip().endswith("sound")
    assert json.loads(briefing("check", file, "--json").out)["problems"] == []


def test_reading_commands_work_while_the_window_has_the_file_open(briefing, file: Path) -> None:
    with Store.open(file):
        assert briefing("list", file).status == 0
        assert briefing("search", file, "envoys").status == 0
        assert briefing("check", file).status == 0
        blocked = briefing("import", file, file.with_name("geneva.txt"))
    assert blocked.status == 1
    assert blocked.err.startswith("error: ")


@pytest.mark.parametrize("command", ["import", "list", "search", "export", "check"])
def test_a_file_that_is_no_briefing_is_an_error_in_words(
    briefing, tmp_path: Path, command: str
) -> None:
    foreign = tmp_path / "foreign.briefing"
    foreign.write_bytes(b"not a database" * 100)
    more = {"import": [tmp_path], "search": ["x"], "export": [tmp_path / "x.docx"]}
    for path in (foreign, tmp_path / "missing.briefing"):
        answer = briefing(command, path, *more.get(command, []))
        assert answer.status == 1
        assert answer.err.startswith("error: ")
        assert "Traceback" not in answer.err
    assert foreign.read_bytes() == b"not a database" * 100


@pytest.mark.parametrize("arguments", [[], ["fly"], ["export", "x.briefing"], ["list"]])
def test_a_command_that_is_not_understood_is_status_2_with_usage(
    briefing, arguments: list[str]
) -> None:
    answer = briefing(*arguments)
    assert answer.status == 2
    assert answer.err.startswith("usage: briefing")


def test_help_names_every_command(briefing) -> None:
    text = briefing("--help").out
    for command in ("new", "import", "list", "search", "export", "check", "sample"):
        assert f"\n    {command} " in text


def test_words_go_to_the_command_line_and_briefing_files_to_the_window(file: Path) -> None:
    assert cli.understands("export")
    assert cli.understands("--help")
    assert cli.understands("exprot")
    assert not cli.understands(str(file))
    assert not cli.understands("new.briefing")
    assert not cli.understands(str(file.with_name("geneva.txt")))


def test_a_reader_that_has_seen_enough_is_no_error(file: Path) -> None:
    command = [sys.executable, "-m", "briefing_app", "list", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
