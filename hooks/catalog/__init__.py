"""The catalogue's core: Markdown sheets in, a checked Catalog out, and the site's files from it.

A file is read (`source`) by what it may say (`schema`), and held against the others (`check`); so a
folder becomes a Catalog (`load`, `model`). What follows from it is derived (`derive`), pages and
search are made of both (`pages`, `search`), and a finished folder is published (`publish`).
Nothing here knows the site generator: `hooks/mkdocs_adapter.py` alone does.
"""
