-- Orders that invoices have become: the GUID stands in the order.
SELECT o.OrdNo AS number, o.[invoices.guid-field] AS guid FROM Ord o WHERE o.[invoices.guid-field] IN (@guids);
