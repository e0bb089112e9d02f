"""The rules of the house, checked on the sources themselves."""

from __future__ import annotations

import ast
import fnmatch
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def modules(*folders: str) -> list[Path]:
    """Return every Python file below these folders of the project."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def kept_files() -> Iterator[Path]:
    """Yield every file of the project that is meant to stay, that is all but what .gitignore names."""
    patterns = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]

    def is_kept(name: str) -> bool:
        return name != ".git" and not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)

    for folder, folders, files in os.walk(ROOT):
        folders[:] = filter(is_kept, folders)
        yield from (Path(folder, name) for name in files if is_kept(name))


@cache
def tree(file: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imports(file: Path) -> set[str]:
    """Name everything a module imports, by full name; `from db import items` counts as both `db` and `db.items`."""
    names = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names
