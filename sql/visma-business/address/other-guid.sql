-- The GUID of an address into the field of the associate that stands for it.
UPDATE Actor
SET [customers.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
