"""The warnings that `load` gives, by the kind of file. `overdue.py` has the one that time alone
brings, which only `catalogo check` gives.

A warning is a function with the arguments of a rule (see `practice_rules`). It yields Problems that
a note can explain (see `notes`). To add a warning, write the function and name it here. Warnings
run only on a catalogue without errors: they would miscount a file that could not be read.
"""

from catalog.check.warnings.counts import (
    event_counts_what_it_has,
    institutions_are_as_many_as_stated,
)
from catalog.check.warnings.dates import (
    facts_precede_the_review,
    review_follows_its_events,
    start_precedes_its_events,
)
from catalog.check.warnings.figure_types import figures_have_the_type_of_their_words
from catalog.check.warnings.figures import (
    event_agrees_with_its_sheets,
    figures_agree_with_their_sheet,
    presentation_agrees_with_the_sheet,
)
from catalog.check.warnings.institutions import institutions_are_known
from catalog.check.warnings.mail_domains import mails_are_of_institutions

PRACTICE_WARNINGS = (
    start_precedes_its_events,
    review_follows_its_events,
    facts_precede_the_review,
    mails_are_of_institutions,
    institutions_are_known,
    institutions_are_as_many_as_stated,
    figures_agree_with_their_sheet,
    figures_have_the_type_of_their_words,
)
EVENT_WARNINGS = (event_counts_what_it_has, event_agrees_with_its_sheets)
CHALLENGE_WARNINGS = (mails_are_of_institutions, institutions_are_known)
PRESENTATION_WARNINGS = (presentation_agrees_with_the_sheet,)
