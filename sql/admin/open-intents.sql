-- Which creates are in doubt: sent to Severa or about to be, and not answered?
-- @company: name of the company.
-- While a job runs they come and go. One that stays after it has ended is looked up in Severa by the next run before anything is
-- sent again. Times are in UTC; SEVERA_TIME is by Severa's clock.
SELECT n.ENTITY, n.ERP_KEY, e.LABEL, n.PARENT_GUID, n.MADE_AT, n.SEVERA_TIME
FROM BRIDGE_INTENT n
LEFT JOIN BRIDGE_ERP_RECORD e ON e.COMPANY = n.COMPANY AND e.ENTITY = n.ENTITY AND e.ERP_KEY = n.ERP_KEY
WHERE n.COMPANY = @company
ORDER BY n.MADE_AT, n.ENTITY, n.ERP_KEY;
