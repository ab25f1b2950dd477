-- Customers: associates with a customer number that are no delivery address of another.
SELECT a.ActNo AS id,
       a.CustNo AS number,
       a.Nm AS name,
       a.BsNo AS companyNo,
       a.Rsp AS responsible,
       a.Cur AS currency,
       a.Lang AS [language],
       a.CPmtTrm AS paymentTerms,
       a.Turn AS turnover,
       a.MailAd AS email,
       a.NoOfEmp AS employees,
       a.WebPg AS website,
       a.AutInvOp AS [operator],
       a.EANLocCd AS eInvoiceAddress,
       a.IntRt AS interest,
       a.CAcSet AS accountSet,
       a.[customers.guid-field] AS guid,
       a.[customers.inactive.group] AS inactiveGroup,
       a.[customers.exclude.group] AS excludeGroup,
       CAST(a.ChDt AS BIGINT) * 10000 + a.ChTm AS changedAt
FROM Actor a
WHERE a.CustNo > 0 AND a.DelToAct = 0;
