-- Which records are rejected now, which field is to blame, and since when?
-- @company: name of the company. @code: one code such as unknown-country, or '' for all.
-- REJECT_ID is the number that the command rejects shows and takes; times are in UTC.
SELECT r.REJECT_ID, r.TRANSFER, r.LABEL, r.CODE, r.FIELD_NAME, r.FIELD_VALUE, r.MESSAGE, r.MEND, r.FIRST_AT, r.LAST_AT,
       r.JOB_NAME, r.JOB_EXECUTION_ID
FROM BRIDGE_OPEN_REJECT r
WHERE r.COMPANY = @company AND (@code = '' OR r.CODE = @code)
ORDER BY r.CODE, r.TRANSFER, r.REJECT_ID;
