-- An associate with all its columns: others are made like it.
SELECT a.* FROM Actor a WHERE a.ActNo = @key;
