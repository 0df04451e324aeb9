"""The reader without a screen: documents at a width, the state of reading, and lists, all painted as rows of cells."""
