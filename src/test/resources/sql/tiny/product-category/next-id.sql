-- The next free group number; locked until the transaction ends.
SELECT COALESCE(MAX(g.GroupNo), 0) + 1 AS number FROM ArticleGroup g WITH (UPDLOCK, HOLDLOCK);
