package io.severabridge.entity;

import io.severabridge.failure.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates, names and texts as both systems can hold them. */
public final class NormalForms {
    private NormalForms() {}

    /**
     * A date of the ERP.
     *
     * @throws Rejected for what is no date, such as 0 or 20240231
     */
    public static LocalDate date(int day, String field) {
        try {
            return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
        } catch (DateTimeException e) {
            throw new Rejected(SharedRejects.DATE_NOT_VALID, field, String.valueOf(day), "there is no such day");
        }
    }

    /** A date as the ERP writes it: yyyymmdd. */
    public static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /**
     * A name as the ERP is to hold it.
     *
     * @throws Rejected if there is none
     */
    public static String name(String name) {
        if (name.isEmpty()) {
            throw new Rejected(SharedRejects.NAME_MISSING, "name", name, "the name is empty in Severa");
        }
        return name;
    }

    /**
     * Looks at a number or code of a record that is to be made in the ERP: it may have none.
     *
     * @throws Rejected if it is made of blanks alone
     */
    public static void refuseBlank(@Nullable String code) {
        if (code != null && !code.isEmpty() && code.isBlank()) {
            throw new Rejected(SharedRejects.CODE_MISSING, "code", code, "the code consists of blanks");
        }
    }

    /** A text, empty for none. */
    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
