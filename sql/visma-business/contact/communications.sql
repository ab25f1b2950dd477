-- E-mail address, mobile phone, phone and fax of contact persons: four rows each, empty ones too.
SELECT CAST(a.ActNo AS BIGINT) * 4 + k.Place AS id,
       a.ActNo AS contact,
       a.Nm AS name,
       k.Kind AS kind,
       CASE k.Place WHEN 0 THEN a.MailAd WHEN 1 THEN a.MobPh WHEN 2 THEN a.Phone ELSE a.Fax END AS [value],
       CAST(a.ChDt AS BIGINT) * 10000 + a.ChTm AS changedAt
FROM Actor a
JOIN Actor c ON c.ActNo = a.LiaAct
CROSS JOIN (
    SELECT 0 AS Place, 'EmailAddress' AS Kind
    UNION ALL SELECT 1, 'MobilePhone'
    UNION ALL SELECT 2, 'Phone'
    UNION ALL SELECT 3, 'Fax') k
WHERE c.CustNo > 0 AND a.LiaAct > 0;
