-- A department; its number is never changed.
UPDATE [business-units.table]
SET Nm = @name,
    [business-units.parent] = @parent,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE RNo = @key;
