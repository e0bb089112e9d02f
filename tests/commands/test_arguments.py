"""The short way to the window means what the grammar means."""

from __future__ import annotations

from desktop.commands import arguments


def test_nothing_typed_is_what_the_grammar_makes_of_it() -> None:
    assert arguments.parse([]) == arguments.grammar().parse_args([])


def test_a_theme_counts_before_and_after_the_subcommand() -> None:
    before, after, without = (
        arguments.parse(typed)
        for typed in (
            ["--theme", "dark", "picture", "w.png"],
            ["picture", "w.png", "--theme", "dark"],
            ["picture", "w.png"],
        )
    )

    assert before.theme == after.theme == "dark"
    assert without.theme is None
