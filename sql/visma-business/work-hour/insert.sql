-- An entry that was approved in Severa. It may have been invoiced before it came here.
INSERT INTO [work-hours.table] (
    PK, InfCatNo, EmpNo, [business-units.unit-field], [projects.unit-field], CustNo, ProdNo,
    [work-hours.guid-field], Txt2, Txt3, Txt4, Val1, Val2, Val3, Val4, Val5, Dt1,
    OrdNo, Val6, Val7,
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @id, @category, @employee, @department, @project, @customer, @product,
    @guid, @description, @invoiceDescription, @overtime, @quantity, @unitPrice, @totalPrice, @unitCost, @totalCost, @eventDate,
    @order, @invoicedQuantity, @invoicedAmount,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
