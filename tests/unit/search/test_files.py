"""The files of the search."""

from __future__ import annotations

import json
import re

from catalog.model import Catalog
from catalog.search.documents import WrittenPage
from catalog.search.files import END, MANIFEST, OWN_WORDS, Search
from tests.support.rendering import search_files_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def test_two_builds_of_one_catalogue_give_the_same_files(small: Catalog) -> None:
    assert search_files_of(small, []) == search_files_of(small, [])


def test_a_search_that_was_used_before_gives_the_files_of_a_fresh_one(small: Catalog) -> None:
    used = Search()
    page = WrittenPage("ruta/", "La Ruta", "", "Palabras que ya no están.")
    search_files_of(small, [page], used)
    assert search_files_of(small, [], used) == search_files_of(small, [])


def test_the_name_of_the_folder_changes_with_its_files(small: Catalog) -> None:
    page = WrittenPage("ruta/", "La Ruta", "", "Otra cosa.")
    folders = {search_files_of(small, written).folder for written in ([], [page])}
    assert len(folders) == 2


def test_a_page_of_unique_words_adds_only_a_few_to_the_known_words(
    small: Catalog,
) -> None:
    flood = " ".join(f"aa{letter}{other}xyz" * 2 for letter in LETTERS for other in LETTERS)
    files = search_files_of(small, [WrittenPage("x/", "X", "", f"<p>{flood}</p>")]).texts
    found = files["palabras-a.txt"]
    assert len(re.findall("xyz[^~]*?xyz", found)) <= OWN_WORDS
    assert "semillas" in "".join(text for name, text in files.items() if "palabras-s" in name)


def test_every_file_but_the_manifest_closes_with_the_end_mark(small: Catalog) -> None:
    files = search_files_of(small, []).by_path()
    assert {name for name, text in files.items() if not text.endswith(END)} == {MANIFEST}


def test_an_empty_catalogue_has_a_search_that_finds_nothing(small: Catalog) -> None:
    files = search_files_of(Catalog([], [], small.vocabularies, small.today), [])
    manifest = json.loads(files.manifest)
    assert (manifest["practices"], manifest["documents"], manifest["pieces"]) == (0, 0, "")
