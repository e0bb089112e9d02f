"""The surface that finds things: posts, weeks, rooms and commands by words, and the list of all keys."""
