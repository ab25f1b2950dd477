-- Products with their generic price row: all eleven criteria 0. Of several, the lowest line number among those without
-- supplier, from quantity 1, valid today, in the company's own currency. When a price
-- changed lies in other rows and in the calendar: products are always read.
SELECT p.ProdNo AS number,
       p.Descr AS name,
       p.StSaleUn AS unit,
       p.[product-categories.field] AS category,
       m.LnNo AS priceLine,
       m.SalePr AS unitPrice,
       m.[products.unit-cost] AS unitCost,
       m.Cur AS priceCurrency,
       (SELECT COUNT(*)
        FROM PrDcMat g
        WHERE g.ProdNo = p.ProdNo AND g.CustNo = 0 AND g.CustPrGr = 0 AND g.CustPrG2 = 0 AND g.CustPrG3 = 0
          AND g.ProdPrGr = 0 AND g.ProdPrG2 = 0 AND g.ProdPrG3 = 0 AND g.EmpNo = 0 AND g.EmpPrGr = 0
          AND g.OrdNo = 0 AND g.OrdPrGr = 0) AS genericPrices,
       p.[products.guid-field] AS guid,
       p.[products.exclude.group] AS excludeGroup,
       CAST(0 AS BIGINT) AS changedAt
FROM Prod p
LEFT JOIN PrDcMat m ON m.LnNo = (
    SELECT MIN(x.LnNo)
    FROM PrDcMat x
    WHERE x.ProdNo = p.ProdNo AND x.CustNo = 0 AND x.CustPrGr = 0 AND x.CustPrG2 = 0 AND x.CustPrG3 = 0
      AND x.ProdPrGr = 0 AND x.ProdPrG2 = 0 AND x.ProdPrG3 = 0 AND x.EmpNo = 0 AND x.EmpPrGr = 0
      AND x.OrdNo = 0 AND x.OrdPrGr = 0
      AND ((x.SupNo = 0 AND x.MinNo <= 1 AND (x.FrDt = 0 OR x.FrDt <= @today) AND (x.ToDt = 0 OR x.ToDt >= @today)
            AND (x.Cur = 0 OR x.Cur IN (SELECT h.CurNo FROM Cur h WHERE h.ISO = @homeCurrency)))
           OR NOT EXISTS (
               SELECT 1
               FROM PrDcMat o
               WHERE o.ProdNo = p.ProdNo AND o.LnNo <> x.LnNo AND o.CustNo = 0 AND o.CustPrGr = 0 AND o.CustPrG2 = 0
                 AND o.CustPrG3 = 0 AND o.ProdPrGr = 0 AND o.ProdPrG2 = 0 AND o.ProdPrG3 = 0 AND o.EmpNo = 0
                 AND o.EmpPrGr = 0 AND o.OrdNo = 0 AND o.OrdPrGr = 0)));
