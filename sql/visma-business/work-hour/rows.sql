-- Work hours: the rows of the table of free information that carry our category.
SELECT f.PK AS id,
       f.EmpNo AS employee,
       f.[business-units.unit-field] AS department,
       f.[projects.unit-field] AS project,
       f.CustNo AS customer,
       f.ProdNo AS product,
       f.[work-hours.guid-field] AS guid,
       f.Txt2 AS description,
       f.Txt3 AS invoiceDescription,
       f.Txt4 AS overtime,
       f.Val1 AS quantity,
       f.Val2 AS unitPrice,
       f.Val3 AS totalPrice,
       f.Val4 AS unitCost,
       f.Val5 AS totalCost,
       f.Dt1 AS eventDate,
       CAST(f.ChDt AS BIGINT) * 10000 + f.ChTm AS changedAt
FROM [work-hours.table] f
WHERE f.InfCatNo = @category;
