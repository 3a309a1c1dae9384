"""The command line: the same work as in the window, for scripts and for machines without a screen.

What was asked for goes to stdout, everything else to stderr. Exit status 1: something that the
user can mend; 2: the command was not understood.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefing_app import __version__, settings
from briefing_app.domain.article import ArticleRow
from briefing_app.domain.memo import QuoteDifference
from briefing_app.errors import BriefingError, MarkingMissing, QuotesDiffer
from briefing_app.importing import ImportReport, ImportRow, Outcome, import_files
from briefing_app.reading_pool import ReadingPool
from briefing_app.settings import FORMS
from briefing_app.store import Hit, Store
from briefing_app.store.library import FILTERS

SUFFIX = ".briefing"
EXPORT_FORMATS = ("word", "pdf", "html", "markdown", "xlsx", "csv", "pack")
SORTS = ("newest", "oldest", "headline", "outlet", "added")

DESCRIPTION = "From news articles to a footnoted Word memo. Nothing leaves this computer."
EPILOG = """\
An example, from articles to memo:
  briefing new iran.briefing --title "Iran escalation"
  briefing import iran.briefing articles/ more/page.html
  briefing search iran.briefing "collective defense"
  briefing export iran.briefing iran.docx
Passages are marked and arranged in the window: briefing-app iran.briefing
"""


def understands(word: str) -> bool:
    """True unless `word`, first of the arguments, is a file to open in the window."""
    return not (word.endswith(SUFFIX) or Path(word).is_file())


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = _parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough (`briefing list FILE | head`).
        with suppress(OSError):
            sys.stdout.close()
        return 0
    except BriefingError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return 130
    return status


def new(chosen: argparse.Namespace) -> int:
    """Make an empty briefing."""
    path = _with_suffix(chosen.file)
    with Store.create(path, chosen.title or path.stem):
        print(path)
    return 0


def sample(chosen: argparse.Namespace) -> int:
    """Make the sample briefing."""
    from briefing_app.sample import make_sample

    print(make_sample(_with_suffix(chosen.file)))
    return 0


def import_(chosen: argparse.Namespace) -> int:
    """Import files and folders; status 1 if any file was refused."""
    progress = _progress if sys.stderr.isatty() else None
    pool = ReadingPool()
    try:
        folder = settings.load().backup_folder
        kept_in = Path(folder) if folder else None
        with Store.open(chosen.file, backup_folder=kept_in) as store:
            report = import_files(store, chosen.paths, progress, pool.read_ahead)
    finally:
        pool.stop()
    if chosen.json:
        _print_json([_import_dict(row) for row in report.rows])
    else:
        for row in report.rows:
            print(_import_line(row))
        print(_import_summary(report), file=sys.stderr)
    return 1 if report.count(Outcome.REFUSED) else 0


def list_(chosen: argparse.Namespace) -> int:
    """List the articles."""
    with Store.open(chosen.file, read_only=True) as store:
        articles = store.articles.rows(store.articles.ids(chosen.filter, chosen.sort))
    if chosen.json:
        _print_json([asdict(row) for row in articles])
    else:
        for row in articles:
            print(_article_line(row))
    return 0


def search(chosen: argparse.Namespace) -> int:
    """Find articles that hold all the words; status 1 if there is none, as grep has it."""
    with Store.open(chosen.file, read_only=True) as store:
        hits = store.search(" ".join(chosen.words), chosen.limit)
    if chosen.json:
        _print_json([asdict(hit) for hit in hits])
    else:
        for hit in hits:
            print(f"{hit.headline or '(no headline)'}\n    {_marked(hit)}")
    return 0 if hits else 1


def export(chosen: argparse.Namespace) -> int:
    """Write the memo; quotes that differ from their article stop it, unless told otherwise."""
    from briefing_app.memo import form, outputs

    form.look_in(settings.config_folder() / FORMS)
    output = chosen.format or outputs.of_path(chosen.out)
    with Store.open(chosen.file, read_only=True) as store:
        memo_id = _memo_id(store, chosen.memo)
        briefing = store.snapshot(memo_id)
        try:
            outputs.write(
                briefing,
                Path(chosen.out),
                output,
                marked=chosen.anyway,
                original_of=store.articles.original,
            )
        except QuotesDiffer as error:
            for difference in error.differences:
                print(_difference_lines(difference), file=sys.stderr)
            hint = "Correct them in the window, or add --anyway to export them marked."
            return _fail(f"{error.message} {hint}")
        except MarkingMissing as error:
            texts = {entry.id: entry.text for entry in briefing.entries}
            for place in error.places:
                print(f"no mark: {texts.get(place, place)}", file=sys.stderr)
            return _fail(str(error))
    print(chosen.out)
    return 0


def memos(chosen: argparse.Namespace) -> int:
    """List the memos."""
    with Store.open(chosen.file, read_only=True) as store:
        found = store.memos.all()
    if chosen.json:
        told = [{"id": m.id, "title": m.title, "form": m.form} for m in found]
        _print_json(told)
    else:
        for memo in found:
            print(f"{memo.title}  [{memo.form}]")
    return 0


def forms(chosen: argparse.Namespace) -> int:
    """List the forms that a memo can have, and what is wrong with those of the user's own."""
    from briefing_app.memo import form

    form.look_in(settings.config_folder() / FORMS)
    found = [form.load(name) for name in form.names()]
    if chosen.json:
        _print_json([{"name": f.name, "title": f.title, "folder": str(f.folder)} for f in found])
    else:
        for each in found:
            print(f"{each.name}  {each.title}  {each.folder}")
    for problem in form.problems():
        print(problem, file=sys.stderr)
    return 1 if form.problems() else 0


def _memo_id(store: Store, title: str) -> str:
    """The last memo of that title, or the first of all for "".

    Raises BriefingError: none has it.
    """
    found = store.memos.all()
    wanted = [memo.id for memo in found if title in ("", memo.title, memo.id)]
    if not wanted:
        titles = ", ".join(f"“{memo.title}”" for memo in found)
        raise BriefingError(f"There is no memo “{title}”.", f"There are {titles}.")
    return wanted[-1] if title else found[0].id


def check(chosen: argparse.Namespace) -> int:
    """Verify that the file is sound; status 1 if it is not."""
    with Store.open(chosen.file, read_only=True) as store:
        problems = store.check()
    if chosen.json:
        _print_json({"file": chosen.file, "problems": problems})
    else:
        print("\n".join(problems) or f"{chosen.file}: sound")
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[Any], int], help: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.")
        added.add_argument("file", metavar="FILE", help="the briefing file")
        added.set_defaults(run=run)
        return added

    command("new", new, "make an empty briefing").add_argument(
        "--title", default="", help="its name (default: that of the file)"
    )
    added = command("import", import_, "import articles")
    added.add_argument("paths", metavar="PATH", nargs="+", help="files, or folders of files")
    _add_json(added)
    added = command("list", list_, "list the articles")
    added.add_argument("--filter", choices=list(FILTERS), default="all", help="(default: all)")
    added.add_argument("--sort", choices=SORTS, default="newest", help="(default: newest)")
    _add_json(added)
    added = command("search", search, "find articles that hold all the words")
    added.add_argument("words", metavar="WORD", nargs="+", help='words, or "a phrase" in quotes')
    added.add_argument("--limit", type=int, default=200, help="at most so many (default: 200)")
    _add_json(added)
    added = command("export", export, "write the memo")
    added.add_argument("out", metavar="OUT", help="the file; replaced if it exists")
    added.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        default="",
        help="(default: as the name of OUT ends; xlsx and csv: the quotes, pack: all evidence)",
    )
    added.add_argument("--memo", metavar="TITLE", default="", help="(default: the first one)")
    added.add_argument(
        "--anyway", action="store_true", help="export quotes that are not verbatim, marked"
    )
    _add_json(command("memos", memos, "list the memos"))
    _add_json(command("check", check, "verify that the briefing file is sound"))
    command("sample", sample, "make the sample briefing")
    help = "list the forms of memos, yours among them"
    listed = commands.add_parser("forms", help=help, description=f"{help[0].upper()}{help[1:]}.")
    listed.set_defaults(run=forms)
    _add_json(listed)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON, for scripts")


def _with_suffix(file: str) -> Path:
    return Path(file) if Path(file).suffix else Path(f"{file}{SUFFIX}")


def _import_dict(row: ImportRow) -> dict[str, Any]:
    told = asdict(row) | {"outcome": row.outcome.value}
    for name in ("error", "place"):
        del told[name]
    return told


def _import_line(row: ImportRow) -> str:
    told = [row.reason, f"Unknown: {', '.join(row.missing)}." if row.missing else ""]
    about = " ".join(text for text in (*told, *row.warnings) if text)
    return f"{row.outcome.value}: {row.path}" + (f"\n    {about}" if about else "")


def _import_summary(report: ImportReport) -> str:
    counts = [(report.count(outcome), outcome.value) for outcome in Outcome]
    return ", ".join(f"{n} {text}" for n, text in counts if n) or "no files found"


def _progress(done: int, total: int) -> None:
    print(f"\r{done} of {total} files", end="\n" if done == total else "", file=sys.stderr)


def _article_line(row: ArticleRow) -> str:
    date = row.published[:10] or "no date"
    outlet = row.publisher or "no outlet"
    counts = ((row.quotes, "quote"), (row.facts, "fact"))
    filed = ", ".join(f"{n} {noun}{'s' * (n > 1)}" for n, noun in counts if n)
    line = f"{date:<10}  {outlet:<20}  {row.headline or '(no headline)'}"
    return f"{line}  [{filed}]" if filed else line


def _marked(hit: Hit) -> str:
    """The snippet with what matched in square brackets."""
    text, parts, at = hit.snippet.replace("\n", " "), [], 0
    for start, end in hit.marks:
        parts += [text[at:start], "[", text[start:end], "]"]
        at = end
    return "".join(parts) + text[at:]


def _difference_lines(difference: QuoteDifference) -> str:
    lines = [f"quote:   {difference.quoted}", f"article: {difference.found or '(not found)'}"]
    return "\n  ".join([difference.reason or "not verbatim", *lines])


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _fail(message: str) -> int:
    print(f"error: {message}", file=sys.stderr)
    return 1
