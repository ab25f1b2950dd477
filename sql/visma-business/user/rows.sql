-- Employees: associates with an employee number.
SELECT a.ActNo AS id,
       a.EmpNo AS number,
       a.Nm AS name,
       a.Title AS title,
       a.Ad1 AS line1,
       a.Ad2 AS line2,
       a.Ad3 AS line3,
       a.Ad4 AS line4,
       a.PNo AS postCode,
       a.PArea AS city,
       a.Ctry AS country,
       a.Lang AS [language],
       a.[business-units.unit-field] AS unit,
       a.Phone AS phone,
       a.MailAd AS email,
       a.MainAct AS superior,
       a.[users.guid-field] AS guid,
       a.[users.inactive.group] AS inactiveGroup,
       a.[users.exclude.group] AS excludeGroup,
       CAST(a.ChDt AS BIGINT) * 10000 + a.ChTm AS changedAt
FROM Actor a
WHERE a.EmpNo > 0;
