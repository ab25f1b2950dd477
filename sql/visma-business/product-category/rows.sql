-- Product categories.
SELECT c.PrCatNo AS number,
       c.Descr AS name,
       CAST(c.ChDt AS BIGINT) * 10000 + c.ChTm AS changedAt
FROM ProdCat c
WHERE c.PrCatNo > 0;
