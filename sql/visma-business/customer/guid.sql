-- The GUID of the customer into the associate's field.
UPDATE Actor
SET [customers.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
