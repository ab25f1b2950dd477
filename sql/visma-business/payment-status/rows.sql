-- Orders that came from invoices and have been invoiced by the ERP, with what the customer's ledger holds under their invoice
-- number: paid when invoice and payments come to nothing, in their currency. Journal numbers grow, and a posted transaction is never changed.
SELECT o.OrdNo AS id,
       o.InvoNo AS invoiceNo,
       o.[invoices.guid-field] AS guid,
       t.transactions AS transactions,
       t.balance AS balance,
       t.lastDate AS lastDate,
       t.journalNo AS journalNo,
       CAST(t.journalNo AS BIGINT) + 10000 AS changedAt
FROM Ord o
JOIN (SELECT c.CustNo AS customer, c.InvoNo AS invoiceNo, COUNT(*) AS transactions, SUM(CASE WHEN c.Cur <> 0 THEN c.CurAm ELSE c.Am END) AS balance,
             MAX(c.VoDt) AS lastDate, MAX(c.JNo) AS journalNo
      FROM CustTr c
      WHERE c.InvoNo <> ''
      GROUP BY c.CustNo, c.InvoNo) t
    ON t.invoiceNo = o.InvoNo AND t.customer = CASE WHEN o.InvoCust <> 0 THEN o.InvoCust ELSE o.CustNo END
WHERE o.InvoNo <> '' AND o.[invoices.guid-field] <> '';
