"""Mail addresses are shown to people in a form that programs do not gather."""

from __future__ import annotations

import pytest

from catalog.text.email_obfuscation import unharvested, unharvested_html

ANA = '<span class="mail">ana.r (arroba) ugel06.gob.pe</span>'
NO_ADDRESSES = ["", "a @ b.pe", "@nombre", "3 @ 4", "a@b"]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>(ana.r@ugel06.gob.pe).</p>", f"<p>({ANA}).</p>"),
        ('<a href="mailto:ana.r@ugel06.gob.pe" rel="x">ana.r@ugel06.gob.pe</a>', ANA),
        ('<a href="mailto:ana.r@ugel06.gob.pe?subject=x">Ana</a>', f"Ana ({ANA})"),
        ('<a href="mailto:ana.r@ugel06.gob.pe"><b>Ana</b></a>', f"<b>Ana</b> ({ANA})"),
        ("<code>ana.r@ugel06.gob.pe</code>", f"<code>{ANA}</code>"),
        ('<img alt="de a@b.pe" src="a">', '<img alt="de a (arroba) b.pe" src="a">'),
    ],
)
def test_a_mail_address_in_html_is_obfuscated(html: str, shown: str) -> None:
    assert unharvested_html(html) == shown
    assert unharvested_html(shown) == shown


def test_a_mail_address_in_a_text_is_obfuscated() -> None:
    assert unharvested("a ana@ugel.gob.pe, ya") == "a ana (arroba) ugel.gob.pe, ya"


@pytest.mark.parametrize("address", ["https://x.pe/a@b.pe", "https://x.pe/@canal"])
def test_the_address_of_a_link_is_not_changed(address: str) -> None:
    html = f'<a href="{address}" rel="noopener">x</a>'
    assert unharvested_html(html) == html


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_a_text_without_a_mail_address_is_not_changed(text: str) -> None:
    assert unharvested(text) == unharvested_html(text) == text
