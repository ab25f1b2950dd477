-- The account set of a customer.
UPDATE Actor
SET CAcSet = @accountSet, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
