"""HTML that could act is refused before it is published, and no other HTML is."""

from __future__ import annotations

import pytest

from catalog.model import Catalog
from catalog.publish.inert_html import ActiveHtmlError, refuse_active
from tests.support.rendering import pages_of


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=x></SCRIPT>",
        '<script type="module" src="https://malo.example/x.js"></script>',
        '<script type="module" src="../assets/catalogo/../../x.js"></script>',
        '<p onclick="alert(1)">x</p>',
        '<p class="a" ONCLICK="alert(1)">x</p>',
        "<p onclick=alert(1)>x</p>",
        "<p onclick='alert(1)'>x</p>",
        '<p/onclick="alert(1)">x</p>',
        '<p style="background:url(x)">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" JaVaScRiPt:alert(1)">x</a>',
        '<a href="java&#115;cript&colon;alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>', '<a href="java&#9;script:alert(1)">x</a>',
        '<a href="java\nscript:alert(1)">x</a>', '<a href="\x01javascript:alert(1)">x</a>',
        '<a href="/&#10;/malo.example">x</a>', '<q cite="javascript:alert(1)">x</q>',
        '<a href="//malo.example">x</a>',
        '<img src="https://malo.example/x.png">',
        '<img src="//malo.example/x.png">',
        '<img src="data:image/svg+xml,x">',
        '<img srcset="https://malo.example/x.png 1x">',
        '<img srcset="a.webp 1x, https://malo.example/x.png 2x">',
        '<img srcset="a.webp 1x,//malo.example/x.png 2x">',
        '<svg><image href="https://malo.example/x.png"/></svg>',
        '<svg><use href="https://malo.example/x.svg#a"/></svg>',
        '<svg><a><animate attributeName="href" values="javascript:alert(1)"/></a></svg>',
        '<svg><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
        "<svg><foreignobject></foreignobject></svg>", '<video src="x"></video>',
        '<svg><path href="https://malo.example"/></svg>',
        '<form action="https://malo.example"></form>',
        '<button formaction="https://malo.example">x</button>',
        '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
        '<iframe src="x"></iframe>', '<object data="x"></object>', "<embed>", "<base href='x'>",
        '<meta http-equiv="refresh" content="0">', '<link rel="stylesheet" href="x">',
        "<style>*{}</style>", "<math></math>", "<template></template>", "<!-- x -->",
        "<![CDATA[x]]>", "<p", "a < b",
        '<p title="x>y', "<p title=x>", "<P>x</P>", '<p a="b"c="d">x</p>',
    ],
)  # fmt: skip
def test_html_that_could_act_is_refused(html: str) -> None:
    with pytest.raises(ActiveHtmlError, match="La página x/ lleva"):
        refuse_active(f"<h1>Título</h1>{html}<p>fin</p>", "x/")


@pytest.mark.parametrize("html", ["<script>", "a < b"])
def test_the_message_names_the_first_page(html: str) -> None:
    with pytest.raises(ActiveHtmlError, match=r"^La página de inicio lleva "):
        refuse_active(html, "")


@pytest.mark.parametrize(
    "html",
    [
        "a &lt; b > c", '<a href="https://gob.pe?a=1&amp;b=2" rel="noopener">x</a>',
        '<q cite="https://gob.pe">x</q>', '<img srcset="a.webp 480w, b.webp 960w" src="a.webp">',
        '<a href="../x/#y">x</a>', '<a href="mailto:a@b.pe">x</a>',
        '<img src="a.jpg-480.webp" alt="on = 1">',
        "<br>", "<hr />",
        '<input name="q" type="search" hidden>', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        '<form action="../practicas/" method="get"></form>', "<p>once=11 javascript: data:</p>",
        '<script type="module" src="../../assets/catalogo/shared/acronyms.js"></script>',
        '<script type="module" src="./assets/catalogo/shared/mail-links.js"></script>',
    ],
)  # fmt: skip
def test_html_that_cannot_act_is_accepted(html: str) -> None:
    refuse_active(html, "x/")


def test_every_page_of_the_catalogue_is_accepted(catalog: Catalog) -> None:
    for page in pages_of(catalog):
        refuse_active(page.html, page.path)
