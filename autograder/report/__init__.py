"""A graded class in pictures and in words for its teacher, and its grades in the files that other systems read."""
