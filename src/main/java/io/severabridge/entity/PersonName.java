package io.severabridge.entity;

import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.record.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * First and last name of a person whom the ERP knows by one name. The last space separates them; without a space the first
 * name is a question mark (mapping page, Employee/User and Contact).
 */
public record PersonName(String first, String last) {
    private static final String NONE = "?";

    /** Severa's limit of either part (API document, UserInputModel). */
    private static final int LONGEST = 100;

    /**
     * Splits a name.
     *
     * @param column where it stands
     * @throws Rejected if there is none
     */
    public static PersonName split(String name, String column) {
        String trimmed = TextNormalizer.line(name);
        if (trimmed.isEmpty()) {
            throw new Rejected(SharedRejects.NAME_MISSING, column, name, "the name is empty");
        }
        int space = trimmed.lastIndexOf(' ');
        PersonName split = space < 0
                ? new PersonName(NONE, trimmed)
                : new PersonName(
                        trimmed.substring(0, space).strip(),
                        trimmed.substring(space + 1).strip());
        if (split.first.length() > LONGEST || split.last.length() > LONGEST) {
            throw new Rejected(ColumnRejects.TOO_LONG, column, name, "one part of the name is longer than " + LONGEST);
        }
        return split;
    }

    /** The name of a person of Severa, who may lack either part. */
    public static PersonName of(@Nullable String first, @Nullable String last) {
        return new PersonName(TextNormalizer.line(first), TextNormalizer.line(last));
    }

    /** The two parts as one name; a question mark is no first name. */
    public String joined() {
        return first.equals(NONE) ? last : (first + " " + last).strip();
    }
}
