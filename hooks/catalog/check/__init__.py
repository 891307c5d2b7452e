"""What must hold in a catalogue, and what its files should explain: one function a rule."""
