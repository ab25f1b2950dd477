-- Which company is worked for now, by which process, is that alive, and at which step is it?
-- @now: the time in UTC, such as SYSUTCDATETIME().
-- A process beats every 20 seconds; one that was silent for more than 180 is gone, and the next run takes its place.
-- A lock with a blank in its name is that of an ERP or an organisation, which the same process holds.
-- READ_COUNT is that of the last chunk. Times of the lock are in UTC, START_TIME is by the clock of the process.
SELECT l.COMPANY, l.HOST, l.PROCESS_ID, l.TAKEN_AT, l.HEARTBEAT_AT,
       DATEDIFF(SECOND, l.HEARTBEAT_AT, CAST(@now AS DATETIME2)) AS SILENT_SECONDS,
       r.JOB_EXECUTION_ID, r.JOB_NAME, r.START_TIME, r.STEP_NAME, r.READ_COUNT
FROM BRIDGE_LOCK l
LEFT JOIN (
    SELECT p.PARAMETER_VALUE AS COMPANY, e.JOB_EXECUTION_ID, i.JOB_NAME, e.START_TIME, s.STEP_NAME, s.READ_COUNT
    FROM BATCH_JOB_EXECUTION e
    JOIN BATCH_JOB_INSTANCE i ON i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID
    JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'company'
    LEFT JOIN BATCH_STEP_EXECUTION s ON s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND s.STATUS IN ('STARTING', 'STARTED')
    WHERE e.STATUS IN ('STARTING', 'STARTED', 'STOPPING')
) r ON r.COMPANY = l.COMPANY
WHERE l.COMPANY NOT LIKE '% %'
ORDER BY l.COMPANY, r.JOB_EXECUTION_ID;
