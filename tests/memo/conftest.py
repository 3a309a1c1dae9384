"""What tests of the memo share."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from briefing_app.domain.briefing import Briefing
from briefing_app.memo import build, docx_writer
from tests.memo.briefings import golden
from tests.memo.docx_schema import Schemas

SCHEMAS = Path(__file__).resolve().parents[3] / "shared" / "data" / "ooxml-xsd"
SDK = Path(__file__).parent / "sdk"


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Briefing], Path]:
    """Writes a briefing's memo, without asking after its quotes; the path of the .docx."""

    def write(briefing: Briefing) -> Path:
        path = tmp_path_factory.mktemp("memo") / "memo.docx"
        docx_writer.write(build(briefing), path)
        return path

    return write


@pytest.fixture(scope="session")
def golden_docx(printed: Callable[[Briefing], Path]) -> Path:
    """The golden briefing's memo."""
    return printed(golden())


@pytest.fixture(scope="session")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Schemas:
    if not SCHEMAS.is_dir():
        pytest.skip("the schemas of ECMA-376 are not beside this checkout")
    return Schemas(SCHEMAS, tmp_path_factory.mktemp("schemas"))


@pytest.fixture(scope="session")
def sdk() -> Path:
    """A folder with the Open XML SDK in it, installed once by npm into the user's cache."""
    if not shutil.which("npm") or not shutil.which("node"):
        pytest.skip("the Open XML SDK needs node and npm")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    files = [SDK / name for name in ("package.json", "package-lock.json", "validate.mjs")]
    digest = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    folder = cache / "briefing-app-tests" / f"open-xml-sdk-{digest[:12]}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as fresh:
            for file in files:
                shutil.copy(file, fresh)
            command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            made = subprocess.run(command, cwd=fresh, capture_output=True, text=True)
            if made.returncode:
                pytest.skip(f"npm could not install the Open XML SDK: {made.stderr[-200:]}")
            shutil.copytree(fresh, folder)
    return folder
