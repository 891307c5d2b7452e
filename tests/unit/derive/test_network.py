"""The members of the network, counted from sheets, comments and replications alone."""

from __future__ import annotations

import pytest

from catalog.derive.network import Level, Member, network
from catalog.model import Catalog, Practice
from catalog.schema.fields import Replication
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


def test_a_sheet_counts_for_every_institution_that_leads_it(real: Catalog) -> None:
    model = real.practices[0]
    members = counted(
        real,
        like(model, "una", institutions=["DRE Sur", "UGEL Uno"]),
        like(model, "otra", institutions=["dre súr"]),
    )
    levels = {name: member.level for name, member in members.items()}
    assert levels in (
        {"DRE Sur": Level.STANDS_OUT, "UGEL Uno": Level.TAKES_PART},
        {"dre súr": Level.STANDS_OUT, "UGEL Uno": Level.TAKES_PART},
    ), "one institution, however its name is written"


def test_an_interest_is_neither_a_contribution_nor_a_transfer(real: Catalog) -> None:
    wanted = like(real.practices[0], "una", replications=[replication("UGEL Dos", "interes")])
    members = counted(real, wanted)
    assert members["UGEL Dos"].interests == [wanted]
    assert members["UGEL Dos"].replications == []
    assert members["UGEL Dos"].contributions == 0
    assert {member.level for member in members.values()} == {Level.TAKES_PART}


@pytest.mark.parametrize("state", ["adaptacion", "resultado"])
def test_an_adaptation_is_a_transfer_for_both_institutions(real: Catalog, state: str) -> None:
    replicated = like(real.practices[0], "una", replications=[replication("UGEL Dos", state)])
    members = counted(real, replicated)
    assert {member.level for member in members.values()} == {Level.TRANSFORMS}
    assert members["UGEL Dos"].transfers == members["Casa de una"].transfers == [replicated]


def test_an_adaptation_that_two_sheets_mention_is_one_transfer(real: Catalog) -> None:
    model = real.practices[0]
    for replications in ([], [replication("Casa de otra", "adaptacion", "otra")]):
        origin = like(model, "una", replications=replications)
        members = counted(real, origin, like(model, "otra", adapted_from="una"))
        assert {member.level for member in members.values()} == {Level.TRANSFORMS}
        assert [member.transfers for member in members.values()] == [[origin], [origin]]


def test_an_institution_cannot_replicate_its_own_practice(real: Catalog) -> None:
    own = like(real.practices[0], "una", replications=[replication("Casa de una", "resultado")])
    assert counted(real, own)["Casa de una"].contributions == 1


def test_a_replication_at_two_states_counts_once(real: Catalog) -> None:
    replications = [replication("UGEL Dos", "interes"), replication("UGEL Dos", "asesoria")]
    members = counted(real, like(real.practices[0], "una", replications=replications))
    assert members["UGEL Dos"].contributions == 1
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


def test_the_members_with_most_contributions_come_first(real: Catalog) -> None:
    for members in (network(real).institutions, network(real).people):
        amounts = [member.contributions for member in members]
        assert amounts == sorted(amounts, reverse=True)


def test_a_catalogue_without_replications_has_a_network(small: Catalog) -> None:
    assert [person.name for person in network(small).people] == ["Ana Ríos"]
    assert {member.level for member in network(small).institutions} == {Level.TAKES_PART}
