-- The company's own country; there is no table of others.
SELECT 0 AS number, @homeCountry AS code;
