SELECT o.OpNo AS number, o.Code AS code FROM AutInvOp o;
