-- A department that was made in Severa.
INSERT INTO [business-units.table] (
    RNo, Nm, [business-units.parent], Cur, [business-units.guid-field], [business-units.exclude.group],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @number, @name, @parent, @currency, @guid, 0,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
