-- Articles. The price is a column of the article, in the company's own currency.
SELECT a.ArticleNo AS number,
       a.ArticleName AS name,
       0 AS unit,
       a.GroupNo AS category,
       1 AS priceLine,
       a.SalesPrice AS unitPrice,
       a.CostPrice AS unitCost,
       0 AS purchaseCurrency,
       1 AS genericPrices,
       1 AS validPrices,
       0 AS otherCurrency,
       a.SeveraGUID AS guid,
       0 AS excludeGroup,
       COALESCE(CAST(DATEDIFF(SECOND, CAST('2000-01-01' AS DATETIME), a.LastUpdate) AS BIGINT), 0) AS changedAt
FROM Article a;
