-- Projects: the rows of the organisational unit that the company file names.
SELECT CAST(p.RNo AS VARCHAR(10)) AS number,
       p.Nm AS name,
       p.CustNo AS customer,
       p.Rsp AS responsible,
       p.[projects.contact-field] AS contact,
       p.Cur AS currency,
       CAST(p.[projects.department-field] AS VARCHAR(10)) AS department,
       p.[projects.internal-name-field] AS internalName,
       p.[projects.guid-field] AS guid,
       p.[projects.exclude.group] AS excludeGroup
FROM [projects.table] p
WHERE p.RNo > @after
ORDER BY p.RNo
OFFSET 0 ROWS FETCH NEXT @page ROWS ONLY;
