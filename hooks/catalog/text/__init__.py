"""Words, numbers, dates and addresses as plain text. Nothing here knows about a catalogue."""
