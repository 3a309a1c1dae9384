"""python -m tests.benchmarks [NAME ...]: measure everything, or bench_NAME.py; print one table."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.measuring import Row, sweep

VERDICT = {True: "met", False: "MISSED", None: ""}


def line(row: Row) -> str:
    goal = f"  [{row.goal}: {VERDICT[row.met]}]" if row.goal else ""
    return f"{row.work:<58}  {row.measured}{goal}"


def main() -> None:
    wanted = sys.argv[1:]
    found = sorted(file.stem for file in Path(__file__).parent.glob("bench_*.py"))
    try:
        for name in found:
            if not wanted or name.removeprefix("bench_") in wanted:
                for found_row in import_module(f"tests.benchmarks.{name}").run():
                    print(line(Row(*found_row)), flush=True)
    finally:
        sweep()


if __name__ == "__main__":
    main()
