-- The next free employee number; locked until the transaction ends.
SELECT COALESCE(MAX(a.EmpNo), 0) + 1 AS number FROM Actor a WITH (UPDLOCK, HOLDLOCK);
