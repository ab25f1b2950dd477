-- Orders of a customer.
SELECT o.OrdNo AS [record] FROM Ord o JOIN Actor a ON a.CustNo = o.CustNo WHERE a.ActNo = @key AND a.CustNo > 0;
