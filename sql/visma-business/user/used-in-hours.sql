-- Hours of an employee.
SELECT f.PK AS [record]
FROM [work-hours.table] f
JOIN Actor a ON a.EmpNo = f.EmpNo
WHERE a.ActNo = @key AND a.EmpNo > 0;
