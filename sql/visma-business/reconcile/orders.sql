-- Lines of the orders that invoices of Severa have become.
SELECT o.OrdNo AS number, o.[invoices.guid-field] AS guid, c.ISO AS currency, l.NoOrg AS quantity, l.Price AS price
FROM Ord o
JOIN OrdLn l ON l.OrdNo = o.OrdNo
LEFT JOIN Cur c ON c.CurNo = o.Cur
WHERE o.[invoices.guid-field] <> '';
