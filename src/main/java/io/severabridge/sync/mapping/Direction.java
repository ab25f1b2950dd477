package io.severabridge.sync.mapping;

/** Which side a transfer writes. */
public enum Direction {
    TO_SEVERA("to-severa"),
    TO_ERP("to-erp");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The word at the end of a transfer's name. */
    public String word() {
        return word;
    }

    public Direction other() {
        return this == TO_ERP ? TO_SEVERA : TO_ERP;
    }
}
