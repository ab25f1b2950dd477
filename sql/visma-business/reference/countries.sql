-- Codes of countries; the number 0 is the company's own country.
SELECT c.CtryNo AS number, c.ISO AS code
FROM Ctry c
WHERE c.CtryNo <> 0
UNION ALL
SELECT 0, @homeCountry;
