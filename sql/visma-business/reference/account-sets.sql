-- Text type 18, account set for customers, in the company's language. Of a text of several lines, the first is the name.
SELECT t.TxtNo AS number, t.Txt AS code
FROM Txt t
WHERE t.TxtTp = 18 AND t.Lang = @language
  AND NOT EXISTS (
      SELECT 1 FROM Txt f WHERE f.TxtTp = t.TxtTp AND f.Lang = t.Lang AND f.TxtNo = t.TxtNo AND f.LnNo < t.LnNo);
