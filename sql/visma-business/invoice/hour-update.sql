-- What was invoiced of an hour entry, and in which order. The GUID once more, so that never another row is written to.
UPDATE [work-hours.table]
SET OrdNo = @order,
    Val6 = @invoicedQuantity,
    Val7 = @invoicedAmount,
    ChDt = @changeDate,
    ChTm = @changeTime,
    ChUsr = @changeUser
WHERE PK = @key AND LOWER([work-hours.guid-field]) = LOWER(@hour);
