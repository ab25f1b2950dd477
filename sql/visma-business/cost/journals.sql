-- How many lines each journal has: a journal that was posted late may have an earlier number than those that were read.
SELECT v.JNo AS number, COUNT(*) AS lines
FROM [costs.table] v
WHERE v.VoTp IN (@types) AND v.VoDt >= @from
GROUP BY v.JNo;
