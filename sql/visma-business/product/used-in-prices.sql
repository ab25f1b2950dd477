-- Prices of a product beside the generic one.
SELECT m.LnNo AS [record]
FROM PrDcMat m
WHERE m.ProdNo = @key
  AND (m.CustNo <> 0 OR m.CustPrGr <> 0 OR m.CustPrG2 <> 0 OR m.CustPrG3 <> 0 OR m.ProdPrGr <> 0 OR m.ProdPrG2 <> 0
       OR m.ProdPrG3 <> 0 OR m.EmpNo <> 0 OR m.EmpPrGr <> 0 OR m.OrdNo <> 0 OR m.OrdPrGr <> 0 OR m.SupNo <> 0);
