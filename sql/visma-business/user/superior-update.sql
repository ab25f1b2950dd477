-- The superior of an employee, by associate number.
UPDATE Actor
SET MainAct = @superior, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
