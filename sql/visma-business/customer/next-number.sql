-- The next free customer number of the ERP's own series; locked until the transaction ends.
SELECT COALESCE(MAX(a.CustNo), @seriesFrom - 1) + 1 AS number
FROM Actor a WITH (UPDLOCK, HOLDLOCK)
WHERE a.CustNo >= @seriesFrom AND a.CustNo <= @seriesTo;
