-- Groups of articles.
SELECT g.GroupNo AS number,
       g.GroupName AS name,
       COALESCE(CAST(DATEDIFF(SECOND, CAST('2000-01-01' AS DATETIME), g.LastUpdate) AS BIGINT), 0) AS changedAt
FROM ArticleGroup g;
