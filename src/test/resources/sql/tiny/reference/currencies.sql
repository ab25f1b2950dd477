-- The company's own currency; there is no table of others.
SELECT 0 AS number, @homeCurrency AS code;
