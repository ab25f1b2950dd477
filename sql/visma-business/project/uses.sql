-- Order lines of a project.
SELECT COUNT(*) AS number FROM OrdLn l WHERE l.[projects.unit-field] = @key;
