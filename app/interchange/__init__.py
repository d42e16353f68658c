"""Other programs' formats: text chunks in pictures, infotext, workflows."""
