SELECT t.PmtTrm AS number, t.CrDy AS days FROM PmtTrm t;
