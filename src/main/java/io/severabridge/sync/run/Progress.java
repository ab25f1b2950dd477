package io.severabridge.sync.run;

/** Watches a run. */
public interface Progress {
    /** A step begins; {@code rows} is how many it will read. */
    void begin(String step, long rows);

    void advance(long rows);

    /** A step is over; {@code complete} is false where it was stopped or has failed. */
    void end(boolean complete);

    /** Nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String step, long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end(boolean complete) {}
    };
}
