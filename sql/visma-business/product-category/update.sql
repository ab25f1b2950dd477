-- A product category; its number is never changed.
UPDATE ProdCat
SET Descr = @name, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE PrCatNo = @key;
