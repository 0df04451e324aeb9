"""The facts panel without a screen: what its lines are, which are folded away, and what its pictures show."""
