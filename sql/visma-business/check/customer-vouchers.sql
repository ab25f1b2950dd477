-- Lines of posted vouchers that debit a customer (account class 1): outgoing invoices.
SELECT v.VoTp AS type, COUNT(*) AS lines FROM [costs.table] v WHERE v.VoTp IN (@types) AND v.DbAcCl = 1 GROUP BY v.VoTp;
