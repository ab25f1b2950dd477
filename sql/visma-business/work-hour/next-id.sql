-- The next free key; the table serves other uses too. Locked until the transaction ends.
SELECT COALESCE(MAX(f.PK), 0) + 1 AS number
FROM [work-hours.table] f WITH (UPDLOCK, HOLDLOCK);
