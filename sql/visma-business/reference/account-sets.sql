-- Text type 18, account set for customers, in the company's language.
SELECT t.TxtNo AS number, t.Txt AS code FROM Txt t WHERE t.TxtTp = 18 AND t.Lang = @language;
