-- What an order takes from its customer's row.
SELECT a.CustNo AS number,
       a.Nm AS name,
       a.CAcSet AS accountSet,
       a.CVatNo AS vatCode,
       a.CPmtTrm AS paymentTerms,
       a.[invoices.from-customer.invoice-customer] AS invoiceCustomer,
       a.[invoices.from-customer.payment-method] AS paymentMethod,
       a.[invoices.from-customer.delivery-terms] AS deliveryTerms,
       a.[invoices.from-customer.delivery-method] AS deliveryMethod,
       a.[invoices.from-customer.e-invoice-sending] AS eInvoiceSending,
       a.[invoices.from-customer.vat-exemption] AS vatExemption
FROM Actor a
WHERE a.CustNo = @customer AND a.DelToAct = 0;
