-- The GUID of the billing address into its field of the customer.
UPDATE Actor
SET [billing-address.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
