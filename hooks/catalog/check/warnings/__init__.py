"""What may be wrong in a catalogue that breaks no rule, unless a note of the file explains it."""
