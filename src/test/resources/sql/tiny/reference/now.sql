-- The clock of the ERP's server, in seconds since 2000.
SELECT DATEDIFF(SECOND, CAST('2000-01-01' AS DATETIME), GETDATE()) AS seconds;
