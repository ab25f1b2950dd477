package io.severabridge.entity;

import io.severabridge.failure.Reason;
import java.util.List;

/** Reject codes that several entities share. */
public final class SharedRejects {
    public static final Reason CODE_MISSING =
            new Reason("code-missing", "give the record a code in Severa; the ERP knows it by that");
    public static final Reason DATE_NOT_VALID = new Reason("date-not-valid", "enter a date in the ERP");
    public static final Reason NAME_MISSING = new Reason("name-missing", "enter a name in the ERP");
    public static final Reason RATE_MISSING =
            new Reason("rate-missing", "enter the rate of the currency in the system that lacks it");
    public static final Reason TOO_MANY_LINES =
            new Reason("too-many-lines", "leave as many lines in the address as the ERP has fields for it");
    public static final Reason UNKNOWN_COUNTRY = new Reason(
            "unknown-country", "correct the country number, or enter the country and its ISO code in the ERP");
    public static final Reason UNKNOWN_CURRENCY = new Reason(
            "unknown-currency",
            "correct the currency number, or enter the ISO code in the ERP and activate the currency in Severa");
    public static final Reason UNKNOWN_CUSTOMER = new Reason("unknown-customer", "correct the customer's number");
    public static final Reason UNKNOWN_DEPARTMENT =
            new Reason("unknown-department", "correct the number of the organisational unit");
    public static final Reason UNKNOWN_EMPLOYEE = new Reason("unknown-employee", "correct the number of the employee");
    public static final Reason UNKNOWN_LANGUAGE = new Reason(
            "unknown-language",
            "correct the language number, or add it to language-mappings with a language that Severa has");
    public static final Reason UNKNOWN_PAYMENT_TERM = new Reason(
            "unknown-payment-term", "correct the payment terms, or enter terms of that many days in the ERP");
    public static final Reason UNKNOWN_PROJECT = new Reason(
            "unknown-project",
            "correct the number of the project; one that Severa does not list was deleted there, or is hidden from the"
                    + " API's user");

    /** All of them, for the catalogue. */
    public static final List<Reason> ALL = List.of(
            CODE_MISSING,
            DATE_NOT_VALID,
            NAME_MISSING,
            RATE_MISSING,
            TOO_MANY_LINES,
            UNKNOWN_COUNTRY,
            UNKNOWN_CURRENCY,
            UNKNOWN_CUSTOMER,
            UNKNOWN_DEPARTMENT,
            UNKNOWN_EMPLOYEE,
            UNKNOWN_LANGUAGE,
            UNKNOWN_PAYMENT_TERM,
            UNKNOWN_PROJECT);

    private SharedRejects() {}
}
