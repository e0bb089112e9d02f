"""iCalendar: records in, bytes out; no Qt, no SQL, no clock."""
