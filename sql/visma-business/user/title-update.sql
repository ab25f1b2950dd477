-- The title of an employee.
UPDATE Actor
SET Title = @title, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
