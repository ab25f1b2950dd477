-- The GUID of the project into its field.
UPDATE [projects.table]
SET [projects.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE RNo = @key;
