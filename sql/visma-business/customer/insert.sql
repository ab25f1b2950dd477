-- A customer that was made in Severa. He is nothing else: neither supplier nor employee nor contact.
INSERT INTO Actor (
    ActNo, CustNo, SupNo, EmpNo, LiaAct, DelToAct, MainAct,
    Nm, BsNo, Rsp, Cur, Lang, CPmtTrm, Turn, MailAd, NoOfEmp, WebPg, AutInvOp, EANLocCd, IntRt,
    Ad1, Ad2, Ad3, Ad4, PNo, PArea, Ctry, Phone, MobPh, Fax,
    [customers.guid-field], [customers.inactive.group], [customers.exclude.group],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @id, @number, 0, 0, 0, 0, 0,
    @name, @companyNo, @responsible, @currency, @language, @paymentTerms, @turnover, @email, @employees, @website,
    @operator, @eInvoiceAddress, @interest,
    '', '', '', '', '', '', 0, '', '', '',
    @guid, @inactiveGroup, 0,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
