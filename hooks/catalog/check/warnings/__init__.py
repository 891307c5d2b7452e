"""The doubts about a catalogue that breaks no rule. A note of the file settles a doubt."""
