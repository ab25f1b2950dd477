-- A generic price row, for a product that has none: all eleven criteria are 0.
INSERT INTO PrDcMat (
    LnNo, ProdNo, CustNo, CustPrGr, CustPrG2, CustPrG3, ProdPrGr, ProdPrG2, ProdPrG3, EmpNo, EmpPrGr, OrdNo, OrdPrGr,
    SalePr, [products.unit-cost],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @priceLine, @number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    @unitPrice, @unitCost,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
