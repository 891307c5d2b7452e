"""The rules that a catalogue must keep, and the warnings that its files can explain."""
