-- Other addresses: associates that are the delivery address of a customer.
SELECT a.ActNo AS id,
       a.DelToAct AS customer,
       a.Nm AS name,
       a.Ad1 AS line1,
       a.Ad2 AS line2,
       a.Ad3 AS line3,
       a.Ad4 AS line4,
       a.PNo AS postCode,
       a.PArea AS city,
       a.Ctry AS country,
       a.Phone AS phone,
       a.Fax AS fax,
       a.[customers.guid-field] AS guid,
       CAST(a.ChDt AS BIGINT) * 10000 + a.ChTm AS changedAt
FROM Actor a
JOIN Actor c ON c.ActNo = a.DelToAct
WHERE c.CustNo > 0 AND a.DelToAct > 0;
