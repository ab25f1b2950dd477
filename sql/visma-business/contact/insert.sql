-- A contact person that was made in Severa: an associate that belongs to the customer.
INSERT INTO Actor (
    ActNo, CustNo, SupNo, EmpNo, DelToAct, MainAct, LiaAct, Nm, Title, Lang, Inact,
    [customers.guid-field],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @id, 0, 0, 0, 0, 0, @customer, @name, @title, @language, @inactive,
    @guid,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
