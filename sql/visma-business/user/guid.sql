-- The GUID of the user into the employee's field.
UPDATE Actor
SET [users.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
