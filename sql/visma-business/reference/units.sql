SELECT u.Un AS number, u.Descr AS code FROM Unit u;
