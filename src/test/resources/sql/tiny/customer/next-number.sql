-- The next free customer number of the ERP's own series; locked until the transaction ends.
SELECT COALESCE(MAX(c.CustomerNo), @seriesFrom - 1) + 1 AS number
FROM Customer c WITH (UPDLOCK, HOLDLOCK)
WHERE c.CustomerNo >= @seriesFrom AND c.CustomerNo <= @seriesTo;
