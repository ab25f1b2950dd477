package io.severabridge.entity;

import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.mapping.MappingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of the ERP's code tables as what both systems mean, and that as Severa's GUIDs (mapping page, Other mappings). */
public final class Codes {
    private Codes() {}

    /** ISO alpha-2 code of a country; {@code column} is where it stands, here and below. */
    public static String country(int number, String column, MappingContext context) {
        String iso = known(context.codes().erp().countries(), number, SharedRejects.UNKNOWN_COUNTRY, column, "country");
        if (context.codes().severa().countries().guid(iso) == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_COUNTRY,
                    column,
                    number + " " + iso,
                    "Severa has no country with code " + iso);
        }
        return iso;
    }

    /** ISO code of a currency. */
    public static String currency(int number, String column, MappingContext context) {
        String iso =
                known(context.codes().erp().currencies(), number, SharedRejects.UNKNOWN_CURRENCY, column, "currency");
        if (context.codes().severa().currencies().guid(iso) == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_CURRENCY, column, number + " " + iso, "Severa has no active currency " + iso);
        }
        return iso;
    }

    /**
     * A language as the ERP numbers it; null for 0. Several tags of Severa may be the same language there.
     *
     * @throws Rejected if no tag is mapped to it that Severa has
     */
    public static @Nullable String language(int number, String column, MappingContext context) {
        if (number == 0) {
            return null;
        }
        if (languageGuid(String.valueOf(number), context) == null) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_LANGUAGE,
                    column,
                    String.valueOf(number),
                    "language-mappings has no language of Severa for it");
        }
        return String.valueOf(number);
    }

    private static @Nullable String languageGuid(String number, MappingContext context) {
        for (Map.Entry<String, Integer> mapped :
                context.company().languageMappings().entrySet()) {
            String guid = context.codes().severa().languages().guid(mapped.getKey());
            if (guid != null && String.valueOf(mapped.getValue()).equals(number)) {
                return guid;
            }
        }
        return null;
    }

    /** Severa's language in the ERP's numbering; its GUID where it is not mapped, so that it is kept. */
    public static @Nullable String languageOf(@Nullable GuidRef language, MappingContext context) {
        String guid = GuidRef.guidOf(language);
        if (guid == null) {
            return null;
        }
        Map<String, Integer> mappings = context.company().languageMappings();
        Integer number = mappings.get(context.codes().severa().languages().code(guid));
        if (number == null) {
            number = mappings.get(guid);
        }
        return number == null ? guid : String.valueOf(number);
    }

    /** The other way round. */
    public static @Nullable GuidRef languagePointer(@Nullable String language, MappingContext context) {
        if (language == null) {
            return null;
        }
        String guid = languageGuid(language, context);
        return new GuidRef(guid == null ? language : guid);
    }

    public static @Nullable GuidRef countryPointer(@Nullable String iso, MappingContext context) {
        return iso == null
                ? null
                : GuidRef.to(context.codes().severa().countries().guid(iso));
    }

    public static @Nullable GuidRef currencyPointer(@Nullable String iso, MappingContext context) {
        return iso == null
                ? null
                : GuidRef.to(context.codes().severa().currencies().guid(iso));
    }

    /** What a number of a code table stands for. */
    public static <T> T known(Map<Integer, T> table, int number, Reason unknown, String field, String word) {
        T value = table.get(number);
        if (value == null || value.toString().isEmpty()) {
            throw new Rejected(
                    unknown, field, String.valueOf(number), "the ERP has no " + word + " of that number with a code");
        }
        return value;
    }

    /**
     * The ERP's number of a country: the one that stands there if it fits, else the lowest.
     *
     * @throws Rejected if the ERP has no country of that code
     */
    public static int countryNumber(@Nullable String iso, int now, MappingContext context) {
        return number(iso, now, context.codes().erp().countries(), SharedRejects.UNKNOWN_COUNTRY, "country");
    }

    /** The same of a currency. */
    public static int currencyNumber(@Nullable String iso, int now, MappingContext context) {
        return number(iso, now, context.codes().erp().currencies(), SharedRejects.UNKNOWN_CURRENCY, "currency");
    }

    private static int number(@Nullable String iso, int now, Map<Integer, String> table, Reason unknown, String word) {
        if (iso == null) {
            return 0;
        }
        return iso.equals(table.get(now)) ? now : numberOf(table, iso, unknown, word);
    }

    /**
     * The lowest number that stands for a code.
     *
     * @throws Rejected if there is none
     */
    public static int numberOf(Map<Integer, String> table, String code, Reason unknown, String word) {
        return table.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .orElseThrow(() ->
                        new Rejected(unknown, word, code, "the ERP has no " + word + " with the code that Severa has"));
    }

    /**
     * The ERP's number of a language; 0 for none.
     *
     * @throws Rejected if no number is mapped to Severa's language
     */
    public static int languageNumber(@Nullable String language) {
        if (language == null) {
            return 0;
        }
        if (!language.matches("\\d{1,9}")) {
            throw new Rejected(
                    SharedRejects.UNKNOWN_LANGUAGE,
                    "language",
                    language,
                    "language-mappings has no number for that language");
        }
        return Integer.parseInt(language);
    }

    /**
     * Terms of payment with that many days: those that stand there if they fit, else the lowest without direct debit; 0 for
     * none.
     *
     * @throws Rejected if the ERP has none
     */
    public static int paymentTerms(@Nullable Integer days, int now, MappingContext context) {
        if (days == null) {
            return 0;
        }
        var table = context.codes().erp().creditDays();
        var present = table.get(now);
        if (present != null && present.days() == days) {
            return now;
        }
        return table.entrySet().stream()
                .filter(entry ->
                        entry.getValue().days() == days && !entry.getValue().directDebit())
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .orElseThrow(() -> new Rejected(
                        SharedRejects.UNKNOWN_PAYMENT_TERM,
                        "paymentTerm",
                        String.valueOf(days),
                        "the ERP has no payment terms of " + days + " days without direct debit"));
    }

    /** The number of the product that stands for a work type or travel expense type; null where none does. */
    public static @Nullable String productOfType(@Nullable String guid, MappingContext context) {
        // The link's key is the product number with the GUID behind it: a product may stand for several types.
        String key = context.erpKey(Entities.PRODUCT_TYPE, guid);
        return key == null ? null : key.substring(0, key.lastIndexOf('|'));
    }
}
