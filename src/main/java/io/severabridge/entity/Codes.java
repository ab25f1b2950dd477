package io.severabridge.entity;

import io.severabridge.company.Company;
import io.severabridge.failure.Reason;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.Pointer;
import io.severabridge.transfer.Facts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of the ERP's code tables as what both systems mean, and that as Severa's GUIDs (mapping page, Other mappings). */
public final class Codes {
    private Codes() {}

    /** ISO alpha-2 code of a country; 0 is the company's own. */
    public static String country(int number, Facts facts) {
        String iso = number == 0
                ? facts.company().erp().homeCountry()
                : known(facts.codes().erp().countries(), number, Reason.UNKNOWN_COUNTRY, "Ctry", "country");
        if (facts.codes().severa().countries().guid(iso) == null) {
            throw new Rejected(
                    Reason.UNKNOWN_COUNTRY, "Ctry", number + " " + iso, "Severa has no country with code " + iso);
        }
        return iso;
    }

    /** ISO code of a currency; 0 is the company's own. */
    public static String currency(int number, Facts facts) {
        String iso = number == 0
                ? facts.company().erp().homeCurrency()
                : known(facts.codes().erp().currencies(), number, Reason.UNKNOWN_CURRENCY, "Cur", "currency");
        if (facts.codes().severa().currencies().guid(iso) == null) {
            throw new Rejected(
                    Reason.UNKNOWN_CURRENCY, "Cur", number + " " + iso, "Severa has no active currency " + iso);
        }
        return iso;
    }

    /**
     * A language as the ERP numbers it; null for 0. Several tags of Severa may be the same language there.
     *
     * @throws Rejected if no tag is mapped to it that Severa has
     */
    public static @Nullable String language(int number, Facts facts) {
        if (number == 0) {
            return null;
        }
        if (languageGuid(String.valueOf(number), facts) == null) {
            throw new Rejected(
                    Reason.UNKNOWN_LANGUAGE,
                    "Lang",
                    String.valueOf(number),
                    "language-mappings has no language of Severa for it");
        }
        return String.valueOf(number);
    }

    private static @Nullable String languageGuid(String number, Facts facts) {
        for (Map.Entry<String, Integer> mapped :
                facts.company().languageMappings().entrySet()) {
            String guid = facts.codes().severa().languages().guid(mapped.getKey());
            if (guid != null && String.valueOf(mapped.getValue()).equals(number)) {
                return guid;
            }
        }
        return null;
    }

    /** Severa's language in the ERP's numbering; its GUID where it is not mapped, so that it is kept. */
    public static @Nullable String languageOf(@Nullable Pointer language, Facts facts) {
        String guid = Pointer.guidOf(language);
        if (guid == null) {
            return null;
        }
        Map<String, Integer> mappings = facts.company().languageMappings();
        Integer number = mappings.get(facts.codes().severa().languages().code(guid));
        if (number == null) {
            number = mappings.get(guid);
        }
        return number == null ? guid : String.valueOf(number);
    }

    /** The other way round. */
    public static @Nullable Pointer languagePointer(@Nullable String language, Facts facts) {
        if (language == null) {
            return null;
        }
        String guid = languageGuid(language, facts);
        return new Pointer(guid == null ? language : guid);
    }

    public static @Nullable Pointer countryPointer(@Nullable String iso, Facts facts) {
        return iso == null
                ? null
                : Pointer.to(facts.codes().severa().countries().guid(iso));
    }

    public static @Nullable Pointer currencyPointer(@Nullable String iso, Facts facts) {
        return iso == null
                ? null
                : Pointer.to(facts.codes().severa().currencies().guid(iso));
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

    /** Whether a row carries a group that the company file names. */
    public static boolean in(Company.@Nullable GroupValue group, int value) {
        return group != null && group.value() == value;
    }
}
