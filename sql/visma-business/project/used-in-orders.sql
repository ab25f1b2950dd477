-- Order lines of a project.
SELECT l.OrdNo AS [record] FROM OrdLn l WHERE l.[projects.unit-field] = @key;
