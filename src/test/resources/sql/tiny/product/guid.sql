-- The GUID of the article.
UPDATE Article
SET SeveraGUID = NULLIF(@guid, ''), LastUpdate = @lastUpdate, LastUpdatedBy = @lastUpdatedBy
WHERE ArticleNo = @key;
