-- The order that an hour was invoiced with.
SELECT f.OrdNo AS [record] FROM [work-hours.table] f WHERE f.PK = @key AND f.OrdNo <> 0;
