-- Hours of a project.
SELECT f.PK AS [record] FROM [work-hours.table] f WHERE f.[projects.unit-field] = @key;
