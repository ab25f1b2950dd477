-- Order lines of an employee.
SELECT COUNT(*) AS number FROM OrdLn l JOIN Actor a ON a.EmpNo = l.EmpNo WHERE a.ActNo = @key AND a.EmpNo > 0;
