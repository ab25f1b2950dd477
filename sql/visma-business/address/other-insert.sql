-- An address that was made in Severa: an associate that is the delivery address of the customer.
INSERT INTO Actor (
    ActNo, CustNo, SupNo, EmpNo, LiaAct, MainAct, DelToAct, Nm,
    Ad1, Ad2, Ad3, Ad4, PNo, PArea, Ctry, Phone, Fax,
    [customers.guid-field],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @id, 0, 0, 0, 0, 0, @customer, @customerName,
    @line1, @line2, @line3, @line4, @postCode, @city, @country, @phone, @fax,
    @guid,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
