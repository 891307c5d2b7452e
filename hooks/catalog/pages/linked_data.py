"""Descriptions of pages for machines: JSON-LD in the words of schema.org.

Types and properties: https://schema.org/Article, https://schema.org/Event,
https://schema.org/BreadcrumbList, https://schema.org/WebSite. Only what the sheet says is stated.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from catalog.pages import routes
from catalog.text.email_obfuscation import unharvested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Event, Practice
    from catalog.pages.site_info import SiteInfo
    from catalog.schema.vocabularies import Vocabularies

_LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.es"

# https://schema.org/EventAttendanceModeEnumeration and https://schema.org/EventStatusType, by the
# terms of the catalogue that mean the same. Other terms are not described.
ATTENDANCE = {
    "presencial": "https://schema.org/OfflineEventAttendanceMode",
    "virtual": "https://schema.org/OnlineEventAttendanceMode",
    "mixta": "https://schema.org/MixedEventAttendanceMode",
}
_ONLINE = (ATTENDANCE["virtual"], ATTENDANCE["mixta"])
STATUS = {
    "pospuesto": "https://schema.org/EventPostponed",
    "cancelado": "https://schema.org/EventCancelled",
}


def of_site(site: SiteInfo) -> dict[str, Any]:
    """The description of the site and of its search."""
    target = {
        "@type": "EntryPoint",
        "urlTemplate": site.absolute(f"{routes.EXPLORER}?q={{palabras}}"),
    }
    return {
        "@type": "WebSite",
        "@id": site.absolute(""),
        "url": site.absolute(""),
        "name": site.name,
        "inLanguage": "es",
        "license": _LICENCE,
        "potentialAction": {"@type": "SearchAction", "target": target},
    }


def of_practice(practice: Practice, site: SiteInfo, known: Vocabularies) -> dict[str, Any]:
    """The description of a practice's page, as an article by the institutions that lead it."""
    url = site.absolute(routes.practice(practice.slug))
    region = known.regions[practice.region].label
    return _without_empty(
        {
            "@type": "Article",
            "@id": url,
            "url": url,
            "headline": practice.title,
            "abstract": practice.summary,
            "inLanguage": "es",
            "license": _LICENCE,
            "publisher": _organization(site.name),
            "isAccessibleForFree": True,
            "dateModified": practice.review_date.isoformat(),
            "author": [_organization(name) for name in practice.institutions],
            "about": [
                {"@type": "Thing", "name": known.topics[topic].label} for topic in practice.topics
            ],
            "educationalLevel": [known.levels[level].label for level in practice.levels],
            "contentLocation": {"@type": "AdministrativeArea", "name": region},
            "isBasedOn": [
                _without_empty(
                    {"@type": "CreativeWork", "name": source.document, "url": source.url}
                )
                for source in practice.sources
            ],
            "award": practice.awards,
        }
    )


def of_event(event: Event, site: SiteInfo, known: Vocabularies) -> dict[str, Any]:
    """The description of an exchange event."""
    url = site.absolute(routes.event(event.slug))
    region = known.regions[event.host_region].label if event.host_region else None
    place = _without_empty({"@type": "Place", "name": event.place or region, "address": region})
    online = {"@type": "VirtualLocation", "url": event.url}
    is_online = event.url and ATTENDANCE.get(event.mode or "") in _ONLINE
    return _without_empty(
        {
            "@type": "Event",
            "@id": url,
            "url": url,
            "name": event.title,
            "inLanguage": "es",
            "startDate": str(event.start_date),
            "endDate": str(event.end_date) if event.end_date else None,
            "eventAttendanceMode": ATTENDANCE.get(event.mode or ""),
            "eventStatus": STATUS.get(event.change.state) if event.change else None,
            "location": [place] * bool(event.place or region) + [online] * bool(is_online),
            "organizer": [_organization(name) for name in event.organizers],
        }
    )


def breadcrumbs(steps: Sequence[tuple[str, str]], site: SiteInfo) -> dict[str, Any]:
    """The breadcrumbs of a page, given the name and the path of each step."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": site.absolute(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def graph(*things: dict[str, Any]) -> Markup:
    """The text of a JSON-LD block. It holds no `<`, `>` or `&`, so that nothing in it can end the
    block or begin an element, and no `@`, which programs that gather mail addresses look for. The
    rule:
    https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements."""
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": things},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    safe = unharvested(text)
    for sign in "<>&@":
        safe = safe.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(safe)  # noqa: S704


def _organization(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name}


def _without_empty(thing: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in thing.items() if value}
