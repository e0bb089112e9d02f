"""The log of failures must never become a failure of its own."""

from __future__ import annotations

import logging
from pathlib import Path

from desktop.failures import LogFile

RECORD = logging.makeLogRecord({"levelno": logging.ERROR, "levelname": "ERROR", "msg": "a fault"})


def test_a_log_is_made_with_its_folder_for_the_first_record(tmp_path: Path) -> None:
    log = LogFile(tmp_path / "logs" / "wochenwerk.log")
    assert not (tmp_path / "logs").exists()
    log.emit(RECORD)
    log.close()
    assert (tmp_path / "logs" / "wochenwerk.log").read_text().endswith("ERROR a fault\n")


def test_where_nothing_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    log = LogFile(tmp_path / "logs" / "wochenwerk.log")
    log.emit(RECORD)
    log.close()
    assert (tmp_path / "logs").read_text() == "a file where the folder should be"
