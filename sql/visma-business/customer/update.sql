-- A customer; his number is never changed.
UPDATE Actor
SET Nm = @name,
    BsNo = @companyNo,
    Rsp = @responsible,
    Cur = @currency,
    Lang = @language,
    CPmtTrm = @paymentTerms,
    Turn = @turnover,
    MailAd = @email,
    NoOfEmp = @employees,
    WebPg = @website,
    AutInvOp = @operator,
    EANLocCd = @eInvoiceAddress,
    IntRt = @interest,
    [customers.inactive.group] = @inactiveGroup,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
