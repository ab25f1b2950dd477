-- The GUID of the entry into its row.
UPDATE [work-hours.table]
SET [work-hours.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE PK = @key;
