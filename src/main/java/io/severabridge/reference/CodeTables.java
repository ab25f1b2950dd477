package io.severabridge.reference;

import java.util.List;
import java.util.Map;

/** What a job reads whole when it starts. Numbers are the ERP's, GUIDs are Severa's. */
public record CodeTables(Erp erp, Severa severa) {
    /**
     * Code tables of the ERP.
     *
     * @param countries number to ISO alpha-2 code
     * @param currencies number to ISO code
     * @param units number to text
     * @param creditDays number of the payment terms to days
     * @param operators number of the e-invoice operator to code
     * @param accountSets number to text in the company's language
     */
    public record Erp(
            Map<Integer, String> countries,
            Map<Integer, String> currencies,
            Map<Integer, String> units,
            Map<Integer, Integer> creditDays,
            Map<Integer, String> operators,
            Map<Integer, String> accountSets) {}

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
     * @param permissionProfiles name to GUID; read only where a company names one
     * @param typeCodes code of a work type or travel expense type to the GUIDs that have it
     */
    public record Severa(
            TwoWay countries,
            TwoWay currencies,
            TwoWay languages,
            String accountSetMain,
            TwoWay accountSets,
            Map<String, String> communicationTypes,
            Map<String, String> salesStatuses,
            Map<String, String> permissionProfiles,
            Map<String, List<String>> typeCodes) {}
}
