-- The order of an invoice: a sales order (TrTp 1) that needs no delivery (OrdTp 2). Sums and states are left to the ERP.
INSERT INTO Ord (
    OrdNo, TrTp, OrdTp, OrdDt, CustNo, InvoCust, Nm, Ad1, Ad2, Ad3, Ad4, PNo, PArea, Ctry,
    Lang, Cur, ExRt, PmtTrm, OurRef, YrRef, LiaActNo, EmpNo, Rsp, AcSet, ObVatNo,
    [invoices.order.payment-method], [invoices.order.delivery-terms], [invoices.order.delivery-method],
    [invoices.order.e-invoice-sending], [invoices.order.vat-exemption],
    [invoices.sender-employee-field], [invoices.order-number-field], [invoices.invoice-number-field], [invoices.guid-field],
    [business-units.unit-field], [projects.unit-field],
    ChDt, ChTm, ChUsr, CreDt, CreTm, CreUsr)
VALUES (
    @order, 1, 2, @date, @customer, @billingCustomer, @customerName, @line1, @line2, @line3, @line4, @postalCode, @city,
    @country,
    @language, @currency, @rate, @paymentTerm, @ourReference, @yourReference, @receiverContact, @projectOwner,
    @senderContact, @accountSet, @vatCode,
    @paymentMethod, @deliveryTerms, @deliveryMethod,
    @eInvoiceSending, @vatExemption,
    @senderContact, @orderNumber, @invoiceNumber, @guid,
    @department, @project,
    @changeDate, @changeTime, @changeUser, @changeDate, @changeTime, @changeUser);
