-- A group of articles that was made in Severa.
INSERT INTO ArticleGroup (GroupNo, GroupName, LastUpdate, LastUpdatedBy)
VALUES (@number, @name, @lastUpdate, @lastUpdatedBy);
