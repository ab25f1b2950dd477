-- Product categories.
SELECT c.PrCatNo AS number,
       c.Descr AS name
FROM ProdCat c
WHERE c.PrCatNo > @after AND c.PrCatNo > 0
ORDER BY c.PrCatNo
OFFSET 0 ROWS FETCH NEXT @page ROWS ONLY;
