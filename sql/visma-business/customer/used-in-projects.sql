-- Projects of a customer.
SELECT p.RNo AS [record]
FROM [projects.table] p
JOIN Actor a ON a.CustNo = p.CustNo
WHERE a.ActNo = @key AND a.CustNo > 0;
