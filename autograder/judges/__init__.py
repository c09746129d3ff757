"""What decides: pure functions from a challenge and its evidence to a finding."""
