"""The page of the settings about the calendars behind the week."""
