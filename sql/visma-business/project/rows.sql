-- Projects: the rows of the organisational unit that the company file names.
SELECT p.RNo AS number,
       p.Nm AS name,
       p.CustNo AS customer,
       p.Rsp AS responsible,
       p.[projects.contact-field] AS contact,
       p.Cur AS currency,
       p.[projects.department-field] AS department,
       p.[projects.internal-name-field] AS internalName,
       p.[projects.guid-field] AS guid,
       p.[projects.exclude.group] AS excludeGroup,
       CAST(p.ChDt AS BIGINT) * 10000 + p.ChTm AS changedAt
FROM [projects.table] p;
