-- Order lines of a product.
SELECT COUNT(*) AS number FROM OrdLn l WHERE l.ProdNo = @key;
