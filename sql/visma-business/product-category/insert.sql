-- A product category that was made in Severa.
INSERT INTO ProdCat (PrCatNo, Descr, ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (@number, @name, @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
