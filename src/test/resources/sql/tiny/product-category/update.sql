-- A group of articles; its number is never changed.
UPDATE ArticleGroup
SET GroupName = @name, LastUpdate = @lastUpdate, LastUpdatedBy = @lastUpdatedBy
WHERE GroupNo = @key;
