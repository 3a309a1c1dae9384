"""Memory that the idle program holds, beside a bare Qt window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from briefing_app.sample import make_sample
from tests.benchmarks.bench_start import BARE, ROOT, WHOLE, environment
from tests.benchmarks.measuring import Row, folder, library

IDLE_MS = 1500
MIB = 1024 * 1024

SAY_MEMORY = """
import gc, os
gc.collect()
pages = int(open("/proc/self/statm").read().split()[1])
print(pages * os.sysconf("SC_PAGE_SIZE"), flush=True)
"""


def resident(code: str, *arguments: str) -> float:
    """MiB in memory of a process whose window has been idle for a while."""
    asked = code.replace("print(time.monotonic(), flush=True)", "exec(SAY)")
    asked = asked.replace("singleShot(0,", f"singleShot({IDLE_MS},")
    command = [sys.executable, "-c", f"SAY = {SAY_MEMORY!r}\n{asked}", *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment(), check=True
    )
    return int(done.stdout.split()[0]) / MIB


def run() -> Iterator[Row]:
    if not sys.platform.startswith("linux"):
        return
    bare = resident(BARE)
    yield Row("memory of a bare Qt window", f"{bare:.0f} MiB")
    for name, path, goal in (
        ("the sample", make_sample(folder() / "memory.briefing"), 150),
        ("100,000 articles", library(100_000), 400),
    ):
        found = resident(WHOLE, str(path))
        yield Row(f"memory of the idle program on {name}", f"{found:.0f} MiB",
                  f"< {goal} MiB", found < goal)  # fmt: skip
