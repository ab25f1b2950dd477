-- Those of the products that the ERP has.
SELECT p.ProdNo AS number FROM Prod p WHERE p.ProdNo IN (@products);
