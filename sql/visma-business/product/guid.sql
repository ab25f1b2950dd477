-- The GUID of the product into its field.
UPDATE Prod
SET [products.guid-field] = @guid, ChDt = @changeDate, ChTm = @changeTime, ChUsr = @changeUser
WHERE ProdNo = @key;
