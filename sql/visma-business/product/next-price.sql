-- The next free line of the price and discount matrix; locked until the transaction ends.
SELECT COALESCE(MAX(m.LnNo), 0) + 1 AS number FROM PrDcMat m WITH (UPDLOCK, HOLDLOCK);
