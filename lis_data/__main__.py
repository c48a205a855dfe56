"""`python -m lis_data COMMAND`: see `lis_data.commands`."""

from __future__ import annotations

import sys

from lis_data.commands import main

if __name__ == "__main__":
    sys.exit(main())
