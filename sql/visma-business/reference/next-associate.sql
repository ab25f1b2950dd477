-- The next free associate number; locked until the transaction ends.
SELECT COALESCE(MAX(a.ActNo), 0) + 1 AS number FROM Actor a WITH (UPDLOCK, HOLDLOCK);
