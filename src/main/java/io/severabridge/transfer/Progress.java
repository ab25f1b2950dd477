package io.severabridge.transfer;

/** Watches a run. */
public interface Progress {
    /** A step begins; {@code rows} is how many it will read. */
    void begin(String step, long rows);

    void advance(long rows);

    void end();

    /** Nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String step, long rows) {}

        @Override
        public void advance(long rows) {}

        @Override
        public void end() {}
    };
}
