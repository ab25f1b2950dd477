-- An address of a customer other than the billing address.
UPDATE Actor
SET Ad1 = @line1, Ad2 = @line2, Ad3 = @line3, Ad4 = @line4,
    PNo = @postCode,
    PArea = @city,
    Ctry = @country,
    Phone = @phone,
    Fax = @fax,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
