"""The catalogue's core: Markdown sheets in, a checked Catalog out, and the site's pages from it.

Data and imports flow one way, and a test holds them to it:

    problems → parse → schema → model → rules → load → outputs (pages, explorer, search)

Nothing here knows the site generator: `hooks/mkdocs_adapter.py` alone does.
"""
