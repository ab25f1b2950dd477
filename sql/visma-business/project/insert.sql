-- A project that was won in Severa.
INSERT INTO [projects.table] (
    RNo, Nm, [projects.internal-name-field], CustNo, Rsp, [projects.contact-field], Cur, [projects.department-field],
    [projects.guid-field], [projects.exclude.group],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @number, @name, @internalName, @customer, @responsible, @contact, @currency, @department,
    @guid, 0,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
