-- What is a record linked to?
-- @company: name of the company. @search: a GUID, a key or number of the ERP, or a part of the label (kind, number and name).
-- MADE_BY says how the link came about; CHANGED_AT is in UTC.
SELECT l.ENTITY, l.ERP_KEY, e.LABEL, e.NUMBER_KEY, l.GUID, l.MADE_BY, l.CHANGED_AT
FROM BRIDGE_LINK l
LEFT JOIN BRIDGE_ERP_RECORD e ON e.COMPANY = l.COMPANY AND e.ENTITY = l.ENTITY AND e.ERP_KEY = l.ERP_KEY
WHERE l.COMPANY = @company
  AND (l.ERP_KEY = @search OR LOWER(l.GUID) = LOWER(@search) OR e.NUMBER_KEY = @search
       OR LOWER(e.LABEL) LIKE LOWER(CONCAT('%', @search, '%')))
ORDER BY l.ENTITY, l.ERP_KEY;
