-- E-mail address, mobile phone, phone or fax of a contact person.
UPDATE Actor
SET MailAd = @EmailAddress,
    MobPh = @MobilePhone,
    Phone = @Phone,
    Fax = @Fax,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
