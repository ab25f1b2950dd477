package io.severabridge.sync.mapping;

import io.severabridge.failure.Rejected;

/** What a {@link Scope} says of a row of the ERP or a record of Severa. */
public sealed interface Verdict {
    /** It is transferred. */
    record Transferred() implements Verdict {}

    /** It is not transferred, although nothing is wrong with it. */
    record Skipped(Skip why, Unless unless) implements Verdict {}

    /** It stands for no record. */
    record NoRecord() implements Verdict {}

    /** It is handed back to people. */
    record HeldBack(Rejected why) implements Verdict {}

    /** Which rows are transferred although they are skipped otherwise. */
    enum Unless {
        /** None: also what is linked already is skipped. */
        NEVER,
        /** Those that have a link, or whose GUID field names their record. */
        LINKED,
        /** Those whose record is in Severa, linked or not. */
        THERE
    }

    static Verdict transfer() {
        return new Transferred();
    }

    /** Skips it, also when it is linked. */
    static Verdict skip(Skip why) {
        return new Skipped(why, Unless.NEVER);
    }

    /** Skips a row that is not linked. */
    static Verdict skipUnlessLinked(Skip why) {
        return new Skipped(why, Unless.LINKED);
    }

    /** Does not make it in Severa, but keeps it equal where it is there. */
    static Verdict skipUnlessThere(Skip why) {
        return new Skipped(why, Unless.THERE);
    }

    static Verdict noRecord() {
        return new NoRecord();
    }

    static Verdict holdBack(Rejected why) {
        return new HeldBack(why);
    }
}
