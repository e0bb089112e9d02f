"""The short way to the window means what the grammar means."""

from __future__ import annotations

from desktop.commands import arguments


def test_nothing_typed_is_what_the_grammar_makes_of_it() -> None:
    assert arguments.parse([]) == arguments.grammar().parse_args([])
