-- An article with its price; its number is never changed.
UPDATE Article
SET ArticleName = @name,
    GroupNo = @category,
    SalesPrice = @unitPrice,
    CostPrice = @unitCost,
    LastUpdate = @lastUpdate, LastUpdatedBy = @lastUpdatedBy
WHERE ArticleNo = @key;
