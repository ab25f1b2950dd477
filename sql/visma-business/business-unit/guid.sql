-- The GUID of the business unit into the department's field.
UPDATE [business-units.table]
SET [business-units.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE RNo = @key;
