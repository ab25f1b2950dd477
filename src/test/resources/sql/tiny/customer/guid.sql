-- The GUID of the customer.
UPDATE Customer
SET SeveraGUID = NULLIF(@guid, ''), LastUpdate = @lastUpdate, LastUpdatedBy = @lastUpdatedBy
WHERE CustomerNo = @key;
