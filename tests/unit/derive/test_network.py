"""The members of the network, counted from sheets, comments and replications alone."""

from __future__ import annotations

from dataclasses import fields

import pytest

from catalog.derive.network import Member, network
from catalog.model import Catalog, Practice
from catalog.schema.fields import Replication
from catalog.text.folding import fold
from tests.conftest import ROOT
from tests.support.catalogues import load_catalogue


@pytest.fixture(scope="module")
def real() -> Catalog:
    return load_catalogue(ROOT)


def like(model: Practice, slug: str, **changes: object) -> Practice:
    plain = {"replications": [], "adapted_from": None, "institutions": [f"Casa de {slug}"]}
    return Practice.model_construct(**{**model.__dict__, **plain, "slug": slug, **changes})


def replication(institution: str, state: str, practice: str | None = None) -> Replication:
    return Replication.model_construct(institution=institution, state=state, practice=practice)


def counted(real: Catalog, *practices: Practice) -> dict[str, Member]:
    catalog = Catalog(practices, (), real.vocabularies, real.today)
    return {member.name: member for member in network(catalog).institutions}


def test_a_sheet_is_of_every_institution_that_leads_it(real: Catalog) -> None:
    model = real.practices[0]
    members = counted(
        real,
        like(model, "una", institutions=["DRE Sur", "UGEL Uno"]),
        like(model, "otra", institutions=["dre súr"]),
    )
    sheets = {fold(name): len(member.sheets) for name, member in members.items()}
    assert sheets == {"dre sur": 2, "ugel uno": 1}, "one institution, however its name is written"


def test_an_interest_is_no_replication(real: Catalog) -> None:
    wanted = like(real.practices[0], "una", replications=[replication("UGEL Dos", "interes")])
    members = counted(real, wanted)
    assert members["UGEL Dos"].interests == [wanted]
    assert members["UGEL Dos"].replications == []


def test_an_institution_cannot_replicate_its_own_practice(real: Catalog) -> None:
    own = like(real.practices[0], "una", replications=[replication("Casa de una", "resultado")])
    assert counted(real, own)["Casa de una"].replications == []


def test_a_replication_at_two_states_is_listed_once(real: Catalog) -> None:
    replications = [replication("UGEL Dos", "interes"), replication("UGEL Dos", "asesoria")]
    practice = like(real.practices[0], "una", replications=replications)
    members = counted(real, practice)
    assert members["UGEL Dos"].replications == [practice]
    assert members["UGEL Dos"].interests == []


def test_only_the_experts_of_presentations_are_people_of_the_network(real: Catalog) -> None:
    experts = {
        presentation.expert.name
        for event in real.events
        for presentation in event.presentations
        if presentation.expert
    }
    assert {member.name for member in network(real).people} == experts
    named = {member.name for member in (*network(real).people, *network(real).institutions)}
    for event in real.events:
        assert not named & {testimonial.author for testimonial in event.testimonials}
    for practice in real.practices:
        assert not named & {contact.name for contact in practice.contacts} - experts


def test_every_contribution_is_counted_once(real: Catalog) -> None:
    members = (*network(real).institutions, *network(real).people)
    assert sum(len(member.sheets) for member in members) == sum(
        len(practice.institutions) for practice in real.practices
    )
    assert sum(len(member.comments) for member in members) == sum(
        presentation.expert is not None
        for event in real.events
        for presentation in event.presentations
    )


def test_members_go_by_name_and_have_no_rank(real: Catalog) -> None:
    for members in (network(real).institutions, network(real).people):
        names = [fold(member.name) for member in members]
        assert names == sorted(names)
    assert {field.name for field in fields(Member)} == {
        "name", "sheets", "comments", "replications", "interests",
    }  # fmt: skip


def test_a_catalogue_without_replications_has_a_network(small: Catalog) -> None:
    assert [person.name for person in network(small).people] == ["Ana Ríos"]
