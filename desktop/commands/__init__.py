"""The command line: `arguments` declares it, one module per subcommand does it (`run(arguments)`).

`run` returns when all is done and raises `Refused` or a StorageProblem otherwise; nothing half-done remains then.
"""


class Refused(Exception):  # noqa: N818 - an expected answer, not a fault of the program
    """The request cannot be fulfilled; the message is one plain sentence for the user, in the user's language."""
