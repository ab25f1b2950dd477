-- Order lines of a product.
SELECT l.OrdNo AS [record] FROM OrdLn l WHERE l.ProdNo = @key;
