-- What was invoiced of the entry (OrdNo, Val6, Val7) belongs to the order and is not touched here.
UPDATE [work-hours.table]
SET EmpNo = @employee,
    [business-units.unit-field] = @department,
    [projects.unit-field] = @project,
    CustNo = @customer,
    ProdNo = @product,
    Txt2 = @description,
    Txt3 = @invoiceDescription,
    Txt4 = @overtime,
    Val1 = @quantity,
    Val2 = @unitPrice,
    Val3 = @totalPrice,
    Val4 = @unitCost,
    Val5 = @totalCost,
    Dt1 = @eventDate,
    ChDt = @changeDate,
    ChTm = @changeTime,
    ChUsr = @changeUser
WHERE PK = @key;
