-- A customer that was made in Severa.
INSERT INTO Customer (
    CustomerNo, Name, CompanyNo, EmailAddress, WWWAddress, Turnover, Employees, InActiveYesNo, SeveraGUID,
    LastUpdate, LastUpdatedBy, Created)
VALUES (
    @number, @name, @companyNo, @email, @website, @turnover, @employees, @inactiveGroup, @guid,
    @lastUpdate, @lastUpdatedBy, @lastUpdate);
