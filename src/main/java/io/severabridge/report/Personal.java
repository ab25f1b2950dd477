package io.severabridge.report;

import io.severabridge.store.ledger.Rejects;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What files must not say of a person. Names and numbers of records stay, or nobody could fix them; an e-mail address, a phone
 * number, a postal address or a title does not. The name of the field decides, and is decided here only.
 */
public final class Personal {
    static final String LEFT_OUT = "(left out)";

    /** Columns of the ERP, properties of Severa and our own names for them, without case, hyphens and digits. */
    private static final Set<String> FIELDS = Set.of(
            "mailad",
            "email",
            "emailaddress",
            "phone",
            "mobph",
            "mobile",
            "mobilephone",
            "fax",
            "value",
            "ad",
            "address",
            "addressline",
            "line",
            "lines",
            "pno",
            "postcode",
            "postalcode",
            "parea",
            "city",
            "title",
            "jobtitle");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'(),;:\\[\\]]+@[^\\s@<>\"'(),;:\\[\\]]+");

    /** Five digits or more, as one number: phone numbers in the words of another system. */
    private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ ()/.-]{0,2}\\d){4,}");

    /** Warnings whose message ends with the text that they are about, which people wrote themselves. */
    private static final Set<String> QUOTING = Set.of("text-cut");

    private Personal() {}

    /** Whether a field of this name holds such a value; {@code receiver.email} is looked at from its last dot on. */
    static boolean field(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
        return FIELDS.contains(last.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /** The reject without the value where its field is personal; its message may repeat the value. */
    public static Rejects.Row without(Rejects.Row row) {
        boolean personal = field(row.field());
        String value = row.value();
        String message = row.message();
        if (personal && value != null && !value.isBlank()) {
            message = message.replace(value, LEFT_OUT);
        }
        message = personal ? PHONE.matcher(masked(message)).replaceAll(LEFT_OUT) : masked(message);
        return new Rejects.Row(
                row.id(),
                row.transfer(),
                row.entity(),
                row.erpKey(),
                masked(row.label()),
                row.code(),
                row.field(),
                value == null ? null : personal ? LEFT_OUT : masked(value),
                message,
                row.fix(),
                row.status(),
                row.jobExecution(),
                row.lastAt(),
                row.awaited());
    }

    /** The text without e-mail addresses, which are known by their looks whatever the field is. */
    static String masked(String text) {
        return EMAIL.matcher(text).replaceAll(LEFT_OUT);
    }

    /** The message of a warning without what people wrote. */
    public static String example(String code, String message) {
        int colon = message.indexOf(": ");
        return QUOTING.contains(code) && colon >= 0 ? message.substring(0, colon) : masked(message);
    }
}
