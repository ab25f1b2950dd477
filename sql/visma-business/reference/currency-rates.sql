-- What one unit of each currency costs in the company's own.
-- rate: Cur.SalesRt
SELECT c.CurNo AS number, c.SalesRt AS rate FROM Cur c;
