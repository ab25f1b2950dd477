-- The generic price row of a product.
UPDATE PrDcMat
SET SalePr = @unitPrice,
    [products.unit-cost] = @unitCost,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE LnNo = @key;
