-- The next free order number. Who asks for it first writes first: the lock lasts until the transaction ends, and others wait.
SELECT COALESCE(MAX(o.OrdNo), 0) + 1 AS number FROM Ord o WITH (UPDLOCK, HOLDLOCK);
