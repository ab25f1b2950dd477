-- What an order takes from its customer's row.
SELECT a.CustNo AS number,
       a.Nm AS name,
       a.CAcSet AS accountSet,
       a.CVatNo AS vatCode,
       a.CPmtTrm AS paymentTerms
FROM Actor a
WHERE a.CustNo = @customer AND a.DelToAct = 0;
