package io.severabridge.reference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a job reads whole when it starts. Numbers are the ERP's, GUIDs are Severa's. */
public record CodeTables(Erp erp, Severa severa) {
    /**
     * Code tables of the ERP.
     *
     * @param countries number to ISO alpha-2 code; also what the number 0 means
     * @param currencies number to ISO code; also what the number 0 means
     * @param units number to text
     * @param creditDays number of the payment terms to what they are
     * @param operators number of the e-invoice operator to code
     * @param accountSets number to text in the company's language
     * @param vatRates number of the tax code to percent
     * @param rates number of the currency to what one unit of it costs in the company's own
     * @param names what people call the columns of its rows
     */
    public record Erp(
            Map<Integer, String> countries,
            Map<Integer, String> currencies,
            Map<Integer, String> units,
            Map<Integer, Terms> creditDays,
            Map<Integer, String> operators,
            Map<Integer, String> accountSets,
            Map<Integer, BigDecimal> vatRates,
            Map<Integer, BigDecimal> rates,
            ColumnNames names) {}

    /** What people call a column of the ERP, by the statement that reads it and the component of the row. */
    @FunctionalInterface
    public interface ColumnNames {
        String of(String statement, String component);
    }

    /** Terms of payment of the ERP. */
    public record Terms(int days, boolean directDebit) {}

    /**
     * Lists of Severa.
     *
     * @param countries by ISO alpha-2 code
     * @param currencies active ones, by ISO code
     * @param languages by tag
     * @param accountSetMain GUID of the configured main market segment; empty where it is not mapped
     * @param accountSets market segments below it, by name
     * @param communicationTypes kind to the GUID of the type that is used
     * @param salesStatuses name to GUID
     * @param wonStatuses GUIDs of those that mean won
     * @param permissionProfiles name to GUID; read only where a company names one
     * @param rates ISO code of an active currency to its rate
     * @param vatRates active ones, in percent
     * @param countryNames names, names in English and codes, in small letters, to the ISO alpha-2 code
     * @param invoiceStatuses names of active ones to GUIDs
     * @param typeCodes code of a work type or travel expense type to the GUIDs that have it
     */
    public record Severa(
            CodeBook countries,
            CodeBook currencies,
            CodeBook languages,
            String accountSetMain,
            CodeBook accountSets,
            Map<String, String> communicationTypes,
            Map<String, String> salesStatuses,
            Set<String> wonStatuses,
            Map<String, String> permissionProfiles,
            Map<String, BigDecimal> rates,
            Set<BigDecimal> vatRates,
            Map<String, String> countryNames,
            Map<String, String> invoiceStatuses,
            Map<String, List<String>> typeCodes) {}

    /** A text that is the same for the same tables; rates change from day to day, and only count for what is new. */
    public String fingerprint() {
        return List.of(
                        new TreeMap<>(erp.countries()),
                        new TreeMap<>(erp.currencies()),
                        new TreeMap<>(erp.units()),
                        new TreeMap<>(erp.creditDays()),
                        new TreeMap<>(erp.operators()),
                        new TreeMap<>(erp.accountSets()),
                        severa.countries(),
                        severa.currencies(),
                        severa.languages(),
                        severa.accountSetMain(),
                        severa.accountSets(),
                        new TreeMap<>(severa.communicationTypes()),
                        new TreeMap<>(severa.salesStatuses()),
                        new TreeSet<>(severa.wonStatuses()),
                        new TreeMap<>(severa.permissionProfiles()),
                        new TreeMap<>(severa.typeCodes()))
                .toString();
    }
}
