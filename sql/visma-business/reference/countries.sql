SELECT c.CtryNo AS number, c.ISO AS code FROM Ctry c;
