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
       CAST(a.[business-units.unit-field] AS VARCHAR(10)) AS unit,
       a.Phone AS phone,
       a.MailAd AS email,
       a.MainAct AS superior,
       a.[users.guid-field] AS guid,
       a.[users.inactive.group] AS inactiveGroup,
       a.[users.exclude.group] AS excludeGroup
FROM Actor a
WHERE a.EmpNo > 0 AND a.ActNo > @after
ORDER BY a.ActNo
OFFSET 0 ROWS FETCH NEXT @page ROWS ONLY;
