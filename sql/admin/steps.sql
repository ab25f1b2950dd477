-- What did each step of one execution do, how long did it take, and how fast was it?
-- @execution: number of the job execution.
-- A step that runs is measured up to its last chunk. RECORDS_PER_SECOND is NULL where it took less than a thousandth of a second.
SELECT o.STEP_NAME, o.STATUS AS STEP_STATUS, o.START_TIME, o.END_TIME, o.READ_COUNT,
       o.CREATED, o.UPDATED, o.LINKED, o.UNCHANGED, o.SKIPPED, o.REJECTED, o.CONFLICTS, o.CALLS,
       DATEDIFF(MILLISECOND, o.START_TIME, COALESCE(o.END_TIME, s.LAST_UPDATED)) AS DURATION_MILLISECONDS,
       CAST(o.READ_COUNT * 1000.0 / NULLIF(DATEDIFF(MILLISECOND, o.START_TIME, COALESCE(o.END_TIME, s.LAST_UPDATED)), 0)
           AS DECIMAL(12, 1)) AS RECORDS_PER_SECOND
FROM BRIDGE_STEP_OUTCOME o
JOIN BATCH_STEP_EXECUTION s ON s.STEP_EXECUTION_ID = o.STEP_EXECUTION_ID
WHERE o.JOB_EXECUTION_ID = @execution
ORDER BY o.STEP_EXECUTION_ID;
