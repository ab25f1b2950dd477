-- The orders that came from invoices, as the demo shows them.
SELECT l.OrdNo AS orderNo,
       l.LnNo AS lineNumber,
       o.Nm AS customer,
       l.ProdNo AS product,
       l.Descr AS description,
       l.NoOrg AS quantity,
       l.Price AS price,
       l.EmpNo AS employee
FROM OrdLn l
JOIN Ord o ON o.OrdNo = l.OrdNo
WHERE o.[invoices.guid-field] <> ''
ORDER BY l.OrdNo, l.LnNo;
