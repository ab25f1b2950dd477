-- An employee; his number is never changed.
UPDATE Actor
SET Nm = @name,
    Ad1 = @line1, Ad2 = @line2, Ad3 = @line3, Ad4 = @line4,
    PNo = @postCode,
    PArea = @city,
    Ctry = @country,
    Lang = @language,
    [business-units.unit-field] = @unit,
    Phone = @phone,
    MailAd = @email,
    [users.inactive.group] = @inactiveGroup,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
