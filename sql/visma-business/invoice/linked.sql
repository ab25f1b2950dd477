-- All orders that carry a GUID: read once, when nothing is known of them.
SELECT o.OrdNo AS number, o.[invoices.guid-field] AS guid FROM Ord o WHERE o.[invoices.guid-field] <> '' ORDER BY o.OrdNo;
