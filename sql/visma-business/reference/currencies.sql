-- Codes of currencies; the number 0 is the company's own currency.
SELECT c.CurNo AS number, c.ISO AS code
FROM Cur c
WHERE c.CurNo <> 0
UNION ALL
SELECT 0, @homeCurrency;
