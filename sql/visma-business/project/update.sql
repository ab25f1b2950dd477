-- A project; its number is never changed.
UPDATE [projects.table]
SET Nm = @name,
    [projects.internal-name-field] = @internalName,
    CustNo = @customer,
    Rsp = @responsible,
    [projects.contact-field] = @contact,
    Cur = @currency,
    [projects.department-field] = @department,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE RNo = @key;
