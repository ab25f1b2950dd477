-- The rate in percent of each tax code.
SELECT t.TxCdNo AS number, v.Rt AS rate FROM TxCd t JOIN Vat v ON v.VatNo = t.VatNo;
