-- How many records are rejected now, for which reason, and how are they fixed?
-- @company: name of the company.
SELECT r.CODE, r.TRANSFER, COUNT(*) AS REJECTS, MIN(r.FIRST_AT) AS OLDEST_AT, MAX(r.LAST_AT) AS LATEST_AT, MIN(r.MEND) AS MEND
FROM BRIDGE_OPEN_REJECT r
WHERE r.COMPANY = @company
GROUP BY r.CODE, r.TRANSFER
ORDER BY REJECTS DESC, r.CODE, r.TRANSFER;
