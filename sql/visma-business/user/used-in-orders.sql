-- Order lines of an employee.
SELECT l.OrdNo AS [record] FROM OrdLn l JOIN Actor a ON a.EmpNo = l.EmpNo WHERE a.ActNo = @key AND a.EmpNo > 0;
