-- A contact person.
UPDATE Actor
SET Nm = @name,
    Title = @title,
    Lang = @language,
    Inact = @inactive,
    ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ActNo = @key;
