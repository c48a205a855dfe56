"""The command line: `python -m lis_data COMMAND`. Answers go to standard output, troubles to standard error."""

from __future__ import annotations

import sys

import click

from lis_data.commands import figures, making, own_tables, places, taking, uploads
from lis_data.errors import LisError

WRONG = 2
"""The exit code where what was asked for cannot be."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """The evidence of LIS Explorer."""


for _room in (making, figures, places, taking, own_tables):
    for _command in _room.COMMANDS:
        cli.add_command(_command)
cli.add_command(uploads.uploads)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it was done, 1 when a checked file has an error, 2 when what was asked for cannot be."""
    try:
        return int(cli.main(arguments, prog_name="python -m lis_data", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except LisError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except click.Abort:
        return 130
