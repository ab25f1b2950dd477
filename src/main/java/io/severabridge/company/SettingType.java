package io.severabridge.company;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of scalar value.
 *
 * @param expected completes "expected ..."
 * @param plain whether quotes around a value make it the wrong type: a number or a truth value
 * @param shown whether messages may show a value; not of what holds a secret or could
 * @param standIn taken for a value that is missing or wrong, so that reading goes on and finds the other problems
 */
public record SettingType<T>(String expected, boolean plain, boolean shown, T standIn, Parser<T> parser) {
    /** Null when the text is not of the kind. */
    public interface Parser<T> {
        @Nullable
        T parse(String text);
    }

    public static final SettingType<String> ANY_TEXT = text("text", "(?s).*");
    public static final SettingType<String> TEXT = text("text that is not empty", "(?s).*\\S.*");
    public static final SettingType<Secret> PASSWORD =
            new SettingType<>("text", false, false, new Secret(""), Secret::new);
    public static final SettingType<Secret> SECRET = new SettingType<>(
            "text that is not empty", false, false, new Secret(""), text -> text.isBlank() ? null : new Secret(text));
    public static final SettingType<String> JDBC_URL = new SettingType<>(
            "jdbc:sqlserver:... or jdbc:h2:... without a password in it", false, false, "", SettingType::jdbcUrl);
    public static final SettingType<URI> BASE_URL = new SettingType<>(
            "an address such as https://host/path, without user and query",
            false,
            false,
            URI.create(""),
            SettingType::url);

    public static final SettingType<String> HOST =
            text("a host such as proxy.example, without http:// and port", "[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    /** The bridge database has room for 60 characters. */
    public static final SettingType<String> COMPANY_NAME =
            text("at most 60 small letters, digits and hyphens such as northwind", "[a-z0-9][a-z0-9-]{0,59}");

    /** The tables of Spring Batch have room for 100 characters. */
    public static final SettingType<String> JOB_NAME =
            text("at most 100 small letters, digits and hyphens such as nightly", "[a-z0-9][a-z0-9-]{0,99}");

    public static final SettingType<String> IDENTIFIER =
            text("a plain name of letters, digits and _", "[A-Za-z_][A-Za-z0-9_]*");
    public static final SettingType<String> TABLE_OR_COLUMN =
            text("a key such as Table or Table.Column", "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    public static final SettingType<String> ORDER_COLUMN =
            text("a column of the order other than its key OrdNo", "(?i)(?!OrdNo$)[A-Z_][A-Z0-9_]*");
    public static final SettingType<String> CHANGE_USER = text("1 to 24 characters", ".{1,24}");
    public static final SettingType<String> CURRENCY =
            text("three letters such as NOK", "[A-Za-z]{3}", SettingType::upperCase);
    public static final SettingType<String> COUNTRY =
            text("two letters such as NO", "[A-Za-z]{2}", SettingType::upperCase);
    public static final SettingType<String> LANGUAGE = text(
            "a key that is a language tag such as nb-NO, or a GUID",
            "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
            key -> key.length() == 36 ? key.toLowerCase(Locale.ROOT) : key);
    public static final SettingType<String> INF_FIELD =
            text("Inf, or Inf2 to Inf8", "Inf[1-8]?", field -> field.equals("Inf1") ? "Inf" : field);
    public static final SettingType<String> COLUMN = text(
            "a plain name of letters, digits and _",
            "[A-Za-z_][A-Za-z0-9_]*",
            field -> field.equals("Inf1") ? "Inf" : field);
    public static final SettingType<String> UNIT_FIELD = text("R1 to R12", "R([1-9]|1[0-2])");

    public static final SettingType<Integer> NOT_ZERO =
            new SettingType<>("a whole number other than 0", true, true, 0, text -> whole(text, value -> value != 0));
    public static final SettingType<Integer> UNIT = integer(1, 12);
    public static final SettingType<Integer> POSITIVE = integer(1, Integer.MAX_VALUE);
    public static final SettingType<Integer> NOT_NEGATIVE = integer(0, Integer.MAX_VALUE);
    public static final SettingType<BigDecimal> PERCENTAGE = new SettingType<>(
            "a number of at least 0",
            true,
            true,
            BigDecimal.ZERO,
            text -> text.matches("\\d{1,9}(\\.\\d{1,9})?") ? new BigDecimal(text) : null);
    public static final SettingType<Boolean> BOOLEAN =
            new SettingType<>("true or false", true, true, false, SettingType::truth);
    public static final SettingType<Duration> DURATION = new SettingType<>(
            "a duration such as 500ms, 10s, 2m, 1h or 1d", false, true, Duration.ZERO, SettingType::duration);
    public static final SettingType<Duration> TIMEOUT = new SettingType<>(
            "a duration above zero such as 500ms, 10s or 2m", false, true, Duration.ZERO, SettingType::timeout);
    public static final SettingType<Duration> DAYS = new SettingType<>(
            "whole days such as 0d or 7d",
            false,
            true,
            Duration.ZERO,
            text -> text.endsWith("d") ? duration(text) : null);

    public static final SettingType<LocalDate> DATE =
            new SettingType<>("a date such as 2026-01-31", false, true, LocalDate.EPOCH, SettingType::date);

    private static final Pattern DURATION_TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i)(password|pwd|accesstoken|secret)\\s*=");

    public static SettingType<Integer> integer(int min, int max) {
        String range = max == Integer.MAX_VALUE ? "of at least " + min : "from " + min + " to " + max;
        return new SettingType<>(
                "a whole number " + range, true, true, 0, text -> whole(text, v -> v >= min && v <= max));
    }

    public static SettingType<String> oneOf(String... words) {
        List<String> allowed = List.of(words);
        return new SettingType<>(choice(allowed), false, true, "", text -> allowed.contains(text) ? text : null);
    }

    /** The constants as the file spells them: {@code AS_IS} is as-is. */
    public static <E extends Enum<E>> SettingType<E> word(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return new SettingType<>(
                choice(Arrays.stream(constants).map(SettingType::spelling).toList()),
                false,
                true,
                constants[0],
                text -> Arrays.stream(constants)
                        .filter(constant -> spelling(constant).equals(text))
                        .findFirst()
                        .orElse(null));
    }

    public SettingType<T> expecting(String what) {
        return new SettingType<>(what, plain, shown, standIn, parser);
    }

    private static SettingType<String> text(String expected, String pattern) {
        return text(expected, pattern, UnaryOperator.identity());
    }

    private static SettingType<String> text(String expected, String pattern, UnaryOperator<String> normal) {
        Pattern compiled = Pattern.compile(pattern);
        return new SettingType<>(
                expected, false, true, "", text -> compiled.matcher(text).matches() ? normal.apply(text) : null);
    }

    private interface Range {
        boolean holds(int value);
    }

    // Not Integer.parseInt alone: 010 is eight to YAML and ten to people, +1 and 1_000 are numbers to one of them only.
    private static @Nullable Integer whole(String text, Range range) {
        if (!text.matches("0|-?[1-9]\\d{0,9}")) {
            return null;
        }
        long value = Long.parseLong(text);
        return value == (int) value && range.holds((int) value) ? (Integer) (int) value : null;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> null;
        };
    }

    private static @Nullable Duration duration(String text) {
        Matcher parts = DURATION_TEXT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static @Nullable Duration timeout(String text) {
        Duration duration = duration(text);
        return duration == null || duration.isZero() ? null : duration;
    }

    // A password in the address would be printed wherever the address is.
    private static @Nullable String jdbcUrl(String text) {
        boolean known = text.startsWith("jdbc:sqlserver:") || text.startsWith("jdbc:h2:");
        return known && !PASSWORD_IN_URL.matcher(text).find() ? text : null;
    }

    private static @Nullable URI url(String text) {
        if (!text.matches("https?://[^/?#@\\s]+[^?#@\\s]*")) {
            return null;
        }
        try {
            URI url = URI.create(text.replaceFirst("/+$", ""));
            return url.getHost() == null ? null : url;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /** Whether an address stays on this machine. */
    static boolean isLoopback(URI url) {
        String host = String.valueOf(url.getHost());
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    private static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String choice(List<String> words) {
        return words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
    }
}
