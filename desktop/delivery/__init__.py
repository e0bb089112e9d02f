"""Where calendars go: a folder, an address on this computer, a web space, an online calendar. No Qt, no SQL."""
