package io.severabridge.store.database;

import io.severabridge.company.Company;
import io.severabridge.jdbc.Urls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What a run has for itself: the company by its name, its ERP, and its organisation of Severa. Two company files may give one
 * ERP two names.
 */
public record Claims(String company, List<Claim> others) {
    /** {@code key} has a blank in it, which no name of a company has; {@code what} is said to people. */
    public record Claim(String key, String what) {}

    private static final int DIGITS = 32;

    public static Claims of(Company company) {
        return new Claims(
                company.name(),
                List.of(
                        new Claim("erp " + erp(company), "the same ERP database"),
                        new Claim("severa " + organisation(company), "the same organisation of Severa")));
    }

    /** The same for two companies whose address names one database; what else stands in an address does not matter. */
    public static String erp(Company company) {
        return hash(Urls.database(company.erp().jdbcUrl()) + " "
                + company.erp().schema().toLowerCase(Locale.ROOT));
    }

    public static String organisation(Company company) {
        return hash(company.severa().baseUrl() + " " + company.severa().clientId());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }
}
