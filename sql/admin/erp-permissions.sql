-- The user of the bridge in the database of the ERP, with the least permissions that all transfers need.
-- For an administrator of SQL Server, in the ERP's database. Before: CREATE LOGIN severa_bridge WITH PASSWORD = '…'.
-- R1 and R2 are the organisational units of departments and projects, FreeInf1 is the table of the work hours: put in those that the
-- company file names (business-units.unit, projects.unit, work-hours.table), and other names that erp.columns gives to tables.
-- What a company does not transfer needs no permission: preflight says what is missing for the transfers of its jobs.
CREATE USER severa_bridge FOR LOGIN severa_bridge;

-- Registers, in both directions.
GRANT INSERT, SELECT, UPDATE ON dbo.Actor TO severa_bridge;
GRANT INSERT, SELECT, UPDATE ON dbo.R1 TO severa_bridge;
GRANT INSERT, SELECT, UPDATE ON dbo.R2 TO severa_bridge;
GRANT INSERT, SELECT, UPDATE ON dbo.Prod TO severa_bridge;
GRANT INSERT, SELECT, UPDATE ON dbo.ProdCat TO severa_bridge;
GRANT INSERT, SELECT, UPDATE ON dbo.PrDcMat TO severa_bridge;

-- Work hours, and orders from invoices.
GRANT INSERT, SELECT, UPDATE ON dbo.FreeInf1 TO severa_bridge;
GRANT INSERT, SELECT ON dbo.Ord TO severa_bridge;
GRANT INSERT, SELECT ON dbo.OrdLn TO severa_bridge;

-- Posted vouchers, transactions and code tables are only read.
GRANT SELECT ON dbo.UpdVo TO severa_bridge;
GRANT SELECT ON dbo.CustTr TO severa_bridge;
GRANT SELECT ON dbo.AutInvOp TO severa_bridge;
GRANT SELECT ON dbo.Ctry TO severa_bridge;
GRANT SELECT ON dbo.Cur TO severa_bridge;
GRANT SELECT ON dbo.PmtTrm TO severa_bridge;
GRANT SELECT ON dbo.TxCd TO severa_bridge;
GRANT SELECT ON dbo.Txt TO severa_bridge;
GRANT SELECT ON dbo.Unit TO severa_bridge;
GRANT SELECT ON dbo.Vat TO severa_bridge;
GRANT SELECT ON dbo.VoSr TO severa_bridge;

-- Defaults of columns that nobody maps: without it, a new row gets 0 or an empty text there.
GRANT VIEW DEFINITION ON SCHEMA::dbo TO severa_bridge;
