SELECT t.PmtTrm AS number, t.CrDy AS days, t.DirDeb AS directDebit FROM PmtTrm t;
