-- Employees of a name.
SELECT a.EmpNo AS number FROM Actor a WHERE a.EmpNo > 0 AND a.Nm = @name;
