"""The plan's ways in and out as files, for the commands and for the window alike: tables in, iCalendar files out."""


class Refused(Exception):
    """The request cannot be fulfilled; the message is one plain sentence for the user, in the user's language."""
