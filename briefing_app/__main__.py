"""`python -m briefing_app`: commands go to the command line, everything else to the window."""

from __future__ import annotations

import sys

from briefing_app import cli


def main(arguments: list[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and cli.understands(arguments[0]):
        return cli.main(arguments)
    from briefing_app.gui.app import run  # Qt is loaded for a window only

    return run([sys.argv[0], *arguments])


if __name__ == "__main__":
    sys.exit(main())
