-- Departments: the rows of the organisational unit that the company file names.
SELECT u.RNo AS number,
       u.Nm AS name,
       u.[business-units.parent] AS parent,
       u.Cur AS currency,
       u.[business-units.guid-field] AS guid,
       u.[business-units.exclude.group] AS excludeGroup,
       CAST(u.ChDt AS BIGINT) * 10000 + u.ChTm AS changedAt
FROM [business-units.table] u;
