-- What the lines of orders come to: the quantity as it was ordered, whatever is finished of it.
SELECT l.OrdNo AS number, l.NoOrg AS quantity, l.Price AS price FROM OrdLn l WHERE l.OrdNo IN (@orders);
