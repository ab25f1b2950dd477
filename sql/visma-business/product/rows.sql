-- Products with their generic price row: all eleven criteria 0, valid today, in the company's own currency. Of several, those
-- without supplier and from quantity 1 go first, then the lowest line number. When a price changed lies in other rows and in
-- the calendar: products are always read.
-- purchaseCurrency: PrDcMat.PurcCur
-- otherCurrency: PrDcMat.Cur
-- currency: Cur
SELECT p.ProdNo AS number,
       p.Descr AS name,
       p.StSaleUn AS unit,
       p.[product-categories.field] AS category,
       m.LnNo AS priceLine,
       m.SalePr AS unitPrice,
       m.[products.unit-cost] AS unitCost,
       m.PurcCur AS purchaseCurrency,
       (SELECT COUNT(*)
        FROM PrDcMat g
        WHERE g.ProdNo = p.ProdNo AND g.CustNo = 0 AND g.CustPrGr = 0 AND g.CustPrG2 = 0 AND g.CustPrG3 = 0
          AND g.ProdPrGr = 0 AND g.ProdPrG2 = 0 AND g.ProdPrG3 = 0 AND g.EmpNo = 0 AND g.EmpPrGr = 0
          AND g.OrdNo = 0 AND g.OrdPrGr = 0) AS genericPrices,
       (SELECT COUNT(*)
        FROM PrDcMat v
        WHERE v.ProdNo = p.ProdNo AND v.CustNo = 0 AND v.CustPrGr = 0 AND v.CustPrG2 = 0 AND v.CustPrG3 = 0
          AND v.ProdPrGr = 0 AND v.ProdPrG2 = 0 AND v.ProdPrG3 = 0 AND v.EmpNo = 0 AND v.EmpPrGr = 0
          AND v.OrdNo = 0 AND v.OrdPrGr = 0
          AND (v.FrDt = 0 OR v.FrDt <= @today) AND (v.ToDt = 0 OR v.ToDt >= @today)) AS validPrices,
       (SELECT MAX(f.Cur)
        FROM PrDcMat f
        WHERE f.ProdNo = p.ProdNo AND f.CustNo = 0 AND f.CustPrGr = 0 AND f.CustPrG2 = 0 AND f.CustPrG3 = 0
          AND f.ProdPrGr = 0 AND f.ProdPrG2 = 0 AND f.ProdPrG3 = 0 AND f.EmpNo = 0 AND f.EmpPrGr = 0
          AND f.OrdNo = 0 AND f.OrdPrGr = 0
          AND (f.FrDt = 0 OR f.FrDt <= @today) AND (f.ToDt = 0 OR f.ToDt >= @today)) AS otherCurrency,
       p.[products.guid-field] AS guid,
       p.[products.exclude.group] AS excludeGroup,
       CAST(0 AS BIGINT) AS changedAt
FROM Prod p
LEFT JOIN PrDcMat m ON m.LnNo = (
    SELECT COALESCE(MIN(CASE WHEN x.SupNo = 0 AND x.MinNo <= 1 THEN x.LnNo END), MIN(x.LnNo))
    FROM PrDcMat x
    WHERE x.ProdNo = p.ProdNo AND x.CustNo = 0 AND x.CustPrGr = 0 AND x.CustPrG2 = 0 AND x.CustPrG3 = 0
      AND x.ProdPrGr = 0 AND x.ProdPrG2 = 0 AND x.ProdPrG3 = 0 AND x.EmpNo = 0 AND x.EmpPrGr = 0
      AND x.OrdNo = 0 AND x.OrdPrGr = 0
      AND (x.FrDt = 0 OR x.FrDt <= @today) AND (x.ToDt = 0 OR x.ToDt >= @today)
      AND (x.Cur = 0 OR x.Cur IN (SELECT h.CurNo FROM Cur h WHERE h.ISO = @homeCurrency)));
