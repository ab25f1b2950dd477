-- A product; its number is never changed, and its prices are in rows of their own.
UPDATE Prod
SET Descr = @name,
    StSaleUn = @unit,
    [product-categories.field] = @category,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ProdNo = @key;
