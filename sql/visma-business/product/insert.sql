-- A product that was made in Severa.
INSERT INTO Prod (
    ProdNo, Descr, StSaleUn, [product-categories.field], [products.guid-field], [products.exclude.group],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @number, @name, @unit, @category, @guid, 0,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
