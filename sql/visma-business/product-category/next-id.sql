-- The next free category number; locked until the transaction ends.
SELECT COALESCE(MAX(c.PrCatNo), 0) + 1 AS number FROM ProdCat c WITH (UPDLOCK, HOLDLOCK);
