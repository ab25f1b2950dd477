-- Which record a reject waits for, as the reject of that record names it; empty where it waits for none. What an earlier version
-- has stored does not say it: the next run, which tries each open reject again, does.
ALTER TABLE BRIDGE_REJECT ADD WAITS_FOR_ENTITY NVARCHAR(60) NULL;
ALTER TABLE BRIDGE_REJECT ADD WAITS_FOR_KEY NVARCHAR(100) NULL;
