"""The page about calendars that go out, and what it is made of."""
