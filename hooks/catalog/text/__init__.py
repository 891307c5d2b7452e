"""Words, numbers, dates and addresses as plain text: knows nothing of a catalogue."""
