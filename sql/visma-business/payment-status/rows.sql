-- Orders that came from invoices and have been invoiced by the ERP, with what their lines come to, what the customer's ledger
-- holds under their invoice number, and how many of its entries are open where open entries are looked at. They may be settled
-- without a new transaction, or by one with an earlier journal number, so that all are looked at each time: changedAt is 0.
-- lastDate: CustTr.VoDt
SELECT o.OrdNo AS id,
       o.InvoNo AS invoiceNo,
       o.[invoices.guid-field] AS guid,
       l.total AS total,
       COALESCE(t.transactions, 0) AS transactions,
       COALESCE(CASE WHEN t.lowest = t.highest AND t.lowest <> 0 THEN t.currencyDebit ELSE t.debit END, 0) AS debit,
       COALESCE(CASE WHEN t.lowest = t.highest AND t.lowest <> 0 THEN t.currencyCredit ELSE t.credit END, 0) AS credit,
       COALESCE(t.lastDate, o.OrdDt) AS lastDate,
       CASE WHEN @byOpenEntries = 1 THEN COALESCE(p.entries, 0) ELSE -1 END AS openEntries,
       0 AS changedAt
FROM Ord o
LEFT JOIN (SELECT n.OrdNo AS orderNo, SUM(n.NoOrg * n.Price) AS total FROM OrdLn n GROUP BY n.OrdNo) l
    ON l.orderNo = o.OrdNo
LEFT JOIN (SELECT c.CustNo AS customer,
                  c.InvoNo AS invoiceNo,
                  COUNT(*) AS transactions,
                  MIN(c.Cur) AS lowest,
                  MAX(c.Cur) AS highest,
                  SUM(CASE WHEN c.Am > 0 THEN c.Am ELSE 0 END) AS debit,
                  SUM(CASE WHEN c.Am < 0 THEN c.Am ELSE 0 END) AS credit,
                  SUM(CASE WHEN c.CurAm > 0 THEN c.CurAm ELSE 0 END) AS currencyDebit,
                  SUM(CASE WHEN c.CurAm < 0 THEN c.CurAm ELSE 0 END) AS currencyCredit,
                  MAX(c.VoDt) AS lastDate
           FROM CustTr c
           WHERE c.InvoNo <> ''
           GROUP BY c.CustNo, c.InvoNo) t
    ON t.invoiceNo = o.InvoNo AND t.customer = CASE WHEN o.InvoCust <> 0 THEN o.InvoCust ELSE o.CustNo END
LEFT JOIN (SELECT e.CustNo AS customer, e.InvoNo AS invoiceNo, COUNT(*) AS entries
           FROM [payment-status.open-entries] e
           WHERE @byOpenEntries = 1 AND e.InvoNo <> '' AND COALESCE(e.[payment-status.open-amount], 1) <> 0
           GROUP BY e.CustNo, e.InvoNo) p
    ON p.invoiceNo = o.InvoNo AND p.customer = CASE WHEN o.InvoCust <> 0 THEN o.InvoCust ELSE o.CustNo END
WHERE o.InvoNo <> '' AND o.[invoices.guid-field] <> '' AND (t.transactions > 0 OR l.total = 0);
