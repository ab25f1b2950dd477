-- Contacts and addresses of a customer.
SELECT a.ActNo AS [record] FROM Actor a WHERE a.LiaAct = @key OR a.DelToAct = @key;
