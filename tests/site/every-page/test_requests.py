"""The buttons that ask those who made a practice for advice, or for its transfer."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.model import Catalog, Practice
from tests.site.support.built_page import Element
from tests.site.support.built_sites import REPO_URL, SITE_URL


def first(catalog: Catalog, *, with_contact: bool) -> Practice:
    """The first practice without contacts, or with one that is not in doubt."""
    return next(
        p
        for p in catalog.practices
        if (p.contacts and not p.contacts[0].doubt if with_contact else not p.contacts)
    )


def test_a_request_is_not_sent_to_a_contact_in_doubt(
    page: Page, server: str, catalog: Catalog
) -> None:
    practice = next(p for p in catalog.practices if p.contacts and all(c.doubt for c in p.contacts))
    page.goto(f"{server}practicas/{practice.slug}/")
    page.locator("[data-mail] a").first.wait_for()
    expect(page.get_by_role("link", name="Pedir asesoría")).to_have_attribute("href", "#contactos")


@pytest.mark.parametrize(
    ("button", "subject"),
    [
        ("Pedir asesoría", "Pido asesoría sobre «{}»"),
        ("Pedir su transferencia", "Quisiera aplicar «{}»"),
    ],
)
def test_a_request_is_a_mail_to_the_first_contact(
    page: Page, server: str, catalog: Catalog, button: str, subject: str
) -> None:
    practice = first(catalog, with_contact=True)
    page.goto(f"{server}practicas/{practice.slug}/")
    link = page.get_by_role("link", name=button)
    written = quote(subject.format(practice.title), safe="")
    address = f"mailto:{practice.contacts[0].mail}?subject={written}"
    expect(link).to_have_attribute("href", address)


def test_a_request_without_a_contact_is_a_form_of_the_repository(
    pages: dict[str, Element], catalog: Catalog
) -> None:
    practice = first(catalog, with_contact=False)
    head = pages[f"practicas/{practice.slug}/"].one("header", of_class="practice-head")
    asked = [
        parse_qs(urlsplit(link["href"]).query)
        for link in head.all("a")
        if link["href"].startswith(f"{REPO_URL}/issues/new")
    ]
    address = f"{SITE_URL}practicas/{practice.slug}/"
    assert asked == [
        {"template": ["asesoria.yml"], "practica": [address], "que": [what]}
        for what in ("Pedir asesoría", "Pedir su transferencia")
    ]
