-- Departments: the rows of the organisational unit that the company file names.
SELECT CAST(u.RNo AS VARCHAR(10)) AS number,
       u.Nm AS name,
       CAST(u.[business-units.parent] AS VARCHAR(10)) AS parent,
       u.Cur AS currency,
       u.[business-units.guid-field] AS guid,
       u.[business-units.exclude.group] AS excludeGroup
FROM [business-units.table] u
WHERE u.RNo > @after
ORDER BY u.RNo
OFFSET 0 ROWS FETCH NEXT @page ROWS ONLY;
