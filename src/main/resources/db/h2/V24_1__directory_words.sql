-- H2 has its own bitand, and no index for a part of a word; the same words find the same partners by reading every row.
comment on table directory_entry is 'found by reading every row';
