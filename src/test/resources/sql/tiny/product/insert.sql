-- An article that was made in Severa.
INSERT INTO Article (ArticleNo, ArticleName, GroupNo, SalesPrice, CostPrice, SeveraGUID, LastUpdate, LastUpdatedBy)
VALUES (@number, @name, @category, @unitPrice, @unitCost, @guid, @lastUpdate, @lastUpdatedBy);
