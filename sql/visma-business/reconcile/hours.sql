-- Work hours that came from Severa, by project.
SELECT f.[projects.unit-field] AS project, COUNT(*) AS records, SUM(f.Val1) AS quantity
FROM [work-hours.table] f
WHERE f.InfCatNo = @category AND f.[work-hours.guid-field] <> '' AND f.Dt1 >= @from
GROUP BY f.[projects.unit-field];
