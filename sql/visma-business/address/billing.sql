-- Billing addresses: columns of the customer, its lines those that the company file names.
SELECT a.ActNo AS id,
       a.ActNo AS customer,
       a.Nm AS name,
       a.[billing-address.line1] AS line1,
       a.[billing-address.line2] AS line2,
       a.[billing-address.line3] AS line3,
       a.[billing-address.line4] AS line4,
       a.PNo AS postCode,
       a.PArea AS city,
       a.Ctry AS country,
       a.Phone AS phone,
       a.Fax AS fax,
       a.[billing-address.guid-field] AS guid,
       CAST(a.ChDt AS BIGINT) * 10000 + a.ChTm AS changedAt
FROM Actor a
WHERE a.CustNo > 0 AND a.DelToAct = 0;
