SELECT c.CurNo AS number, c.ISO AS code FROM Cur c;
