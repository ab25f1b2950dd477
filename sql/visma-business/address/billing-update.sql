-- The billing address: columns of the customer, its lines those that the company file names.
UPDATE Actor
SET [billing-address.line1] = @line1,
    [billing-address.line2] = @line2,
    [billing-address.line3] = @line3,
    [billing-address.line4] = @line4,
    PNo = @postCode,
    PArea = @city,
    Ctry = @country,
    Phone = @phone,
    Fax = @fax,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
