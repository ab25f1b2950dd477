-- What did one execution change, on which side, and what stood there before?
-- @execution: number of the job execution.
-- One row a field; a record that was made, linked or deleted as a whole is one row without field and values. Times are in UTC.
SELECT j.WRITTEN_AT, j.SIDE, j.ENTITY, j.ERP_KEY, j.GUID, j.ACTION, j.FIELD_NAME,
       CASE WHEN j.FIELD_NAME IS NOT NULL THEN j.OLD_VALUE END AS OLD_VALUE,
       CASE WHEN j.FIELD_NAME IS NOT NULL THEN j.NEW_VALUE END AS NEW_VALUE
FROM BRIDGE_JOURNAL j
WHERE j.JOB_EXECUTION_ID = @execution
ORDER BY j.JOURNAL_ID;
