-- The clock of the ERP's server: its date as yyyymmdd, and the milliseconds since midnight.
SELECT YEAR(GETDATE()) * 10000 + MONTH(GETDATE()) * 100 + DAY(GETDATE()) AS [date],
       DATEDIFF(SECOND, CAST(CAST(GETDATE() AS DATE) AS DATETIME), GETDATE()) * 1000 AS milliseconds;
