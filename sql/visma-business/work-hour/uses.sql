-- The order that an hour was invoiced with.
SELECT COUNT(*) AS number FROM [work-hours.table] f WHERE f.PK = @key AND f.OrdNo <> 0;
