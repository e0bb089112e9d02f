"""The rules: pure functions over records, no Qt, no SQL, no clock."""
