-- A customer; his number is never changed.
UPDATE Customer
SET Name = @name,
    CompanyNo = @companyNo,
    EmailAddress = @email,
    WWWAddress = @website,
    Turnover = @turnover,
    Employees = @employees,
    InActiveYesNo = @inactiveGroup,
    LastUpdate = @lastUpdate, LastUpdatedBy = @lastUpdatedBy
WHERE CustomerNo = @key;
