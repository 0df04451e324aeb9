"""The parts of CLDR that the languages of the interface need, and the program that takes them from there."""
