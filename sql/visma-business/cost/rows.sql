-- Costs: lines of posted vouchers of the types that are costs. A posted line is never changed, and its journal numbers grow.
SELECT RIGHT('0000000000' + CAST(v.JNo AS VARCHAR(10)), 10) + RIGHT('0000000000' + CAST(v.BndNo AS VARCHAR(10)), 10)
           + RIGHT('0000000000' + CAST(v.LnNo AS VARCHAR(10)), 10) AS place,
       v.JNo AS journalNo,
       v.BndNo AS batchNo,
       v.LnNo AS lineNumber,
       v.VoNo AS voucherNo,
       v.VoDt AS voucherDate,
       v.VoTp AS voucherType,
       v.Txt AS text,
       v.Txt2 AS additionalText,
       v.CrAcNo AS creditAccount,
       v.DbTxCd AS debitTaxCode,
       v.CrTxCd AS creditTaxCode,
       v.AmExVAT AS amount,
       v.InvoNo AS invoiceNo,
       v.Sup AS supplier,
       s.name AS supplierName,
       v.[projects.unit-field] AS project,
       CAST(v.JNo AS BIGINT) + 10000 AS changedAt
FROM [costs.table] v
LEFT JOIN (SELECT a.SupNo AS number, MIN(a.Nm) AS name FROM Actor a WHERE a.SupNo > 0 GROUP BY a.SupNo) s
    ON s.number = v.Sup
WHERE v.VoTp IN (@types) AND v.VoDt >= @from AND v.JNo BETWEEN @firstNumber AND @lastNumber;
