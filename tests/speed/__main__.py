"""`python -m tests.speed`: measures everything thoroughly and prints the table."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.speed.figures import measure

STARTS = 11

with tempfile.TemporaryDirectory() as folder:
    measured = measure(Path(folder), STARTS)
sys.stdout.write(measured.table() + "\n")
if file := os.environ.get("WOCHENWERK_FIGURES"):
    measured.write(Path(file))
