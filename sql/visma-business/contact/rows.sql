-- Contact persons: associates that belong to a customer.
SELECT a.ActNo AS id,
       a.LiaAct AS customer,
       a.Nm AS name,
       a.Title AS title,
       a.Lang AS [language],
       a.Inact AS inactive,
       a.[customers.guid-field] AS guid,
       CAST(a.ChDt AS BIGINT) * 10000 + a.ChTm AS changedAt
FROM Actor a
JOIN Actor c ON c.ActNo = a.LiaAct
WHERE c.CustNo > 0 AND a.LiaAct > 0;
