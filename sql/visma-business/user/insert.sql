-- An employee that was made as a user in Severa. He is nothing else: neither customer nor supplier nor contact.
INSERT INTO Actor (
    ActNo, EmpNo, CustNo, SupNo, LiaAct, DelToAct, MainAct,
    Nm, Ad1, Ad2, Ad3, Ad4, PNo, PArea, Ctry, Lang, [business-units.unit-field], Phone, MailAd,
    [users.guid-field], [users.inactive.group], [users.exclude.group],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @id, @number, 0, 0, 0, 0, 0,
    @name, @line1, @line2, @line3, @line4, @postCode, @city, @country, @language, @unit, @phone, @email,
    @guid, @inactiveGroup, 0,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
