"""The command line: `arguments` declares it, one module per subcommand does it (`run(arguments)`).

`run` returns when all is done and raises `Refused` or a StorageProblem otherwise; nothing half-done remains then.
"""

from desktop.exchange import Refused

__all__ = ["Refused"]
