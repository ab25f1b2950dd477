-- Posted voucher lines of a project.
SELECT v.JNo AS [record] FROM [costs.table] v WHERE v.[projects.unit-field] = @key;
