"""The command line: `arguments` declares it, one module per subcommand does it (`run(arguments)`).

`run` returns when all is done and raises `Refused` or a StorageProblem otherwise; nothing half-done remains then.
"""


class Refused(Exception):
    """The request cannot be fulfilled; the message is one plain sentence for the user, in the user's language."""
