-- A voucher series: the numbers that outgoing invoices get.
SELECT s.SrNo AS number, s.FstVoNo AS first, s.LstVoNo AS last, s.NxtVoNo AS next FROM VoSr s WHERE s.SrNo = @series;
