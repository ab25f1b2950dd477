-- A line of it. The price is Severa's: no discount, and a tax code only for reverse charge.
INSERT INTO OrdLn (
    OrdNo, LnNo, TrTp, OrdTp, TrDt, ProdNo, Descr, NoInvoAb, NoOrg, Un, Price, Dc1P, Dc1Am, CCstPr, CstCur, CstExRt, VatNo,
    EmpNo, CustNo, InvoCust, Cur, ExRt, AcSet,
    [business-units.unit-field], [projects.unit-field],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @order, @line, 1, 2, @eventDate, @product, @description, @quantity, @quantity, @measurementUnit, @unitPrice, 0, 0,
    @unitCost, @costCurrency, @costRate, @taxCode,
    @employee, @customer, @billingCustomer, @currency, @rate, @accountSet,
    @department, @project,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
