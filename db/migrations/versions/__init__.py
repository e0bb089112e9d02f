"""The migrations, numbered; a released one is never changed."""
