"""The file of pictures."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from db import media
from db.errors import PictureTooLarge, PlanDamaged, StorageProblem

if TYPE_CHECKING:
    from db.store import Store


def test_a_picture_comes_back_under_its_hash(store: Store) -> None:
    name = store.add_picture(b"bun")

    assert name == hashlib.sha256(b"bun").hexdigest()
    assert store.picture(name) == b"bun"
    assert store.media_path.name == "plan.wochenwerk-media"


def test_the_same_picture_is_stored_once(store: Store) -> None:
    names = {store.add_picture(b"bun"), store.add_picture(b"bun"), store.add_picture(b"roll")}

    assert media.picture_names(store.media_path) == names
    assert len(names) == 2


def test_an_unknown_picture_is_none_and_makes_no_file(store: Store) -> None:
    assert store.picture("0" * 64) is None
    assert media.picture_names(store.media_path) == frozenset()
    assert not store.media_path.exists()


def test_pictures_have_a_largest_size(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert media.LARGEST_PICTURE == 50 * 2**20
    monkeypatch.setattr(media, "LARGEST_PICTURE", 1000)
    store.add_picture(b"x" * 1000)

    with pytest.raises(PictureTooLarge):
        store.add_picture(b"x" * 1001)


def test_a_broken_file_of_pictures_says_which(store: Store) -> None:
    name = store.add_picture(os.urandom(100_000))
    with store.media_path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)

    with pytest.raises(StorageProblem) as caught:
        store.picture(name)

    assert isinstance(caught.value, PlanDamaged)
    assert caught.value.path == store.media_path


def test_the_file_of_pictures_can_be_told_from_a_plan(store: Store) -> None:
    store.add_picture(b"bun")

    with closing(sqlite3.connect(store.media_path)) as pictures:
        assert pictures.execute("PRAGMA application_id").fetchone() == (media.APPLICATION_ID,)
