"""The rules of a catalogue: errors stop publication, warnings ask for a note. A function a rule."""
