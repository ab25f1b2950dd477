-- Projects that an employee is responsible for.
SELECT p.RNo AS [record]
FROM [projects.table] p
JOIN Actor a ON a.EmpNo = p.Rsp
WHERE a.ActNo = @key AND a.EmpNo > 0;
