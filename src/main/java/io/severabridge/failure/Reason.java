package io.severabridge.failure;

import java.util.Locale;

/** Why a record was not carried over, and how people mend it: one wording for log, report, console and table. */
public enum Reason {
    AMBIGUOUS_MATCH(
            "give the record in Severa the number of the one in the ERP if they are the same, or rename one of them"),
    APPROVAL_WITHDRAWN("approve the entry again in Severa, or delete its row in the ERP"),
    CODE_MISSING("give the record a code in Severa; the ERP knows it by that"),
    CUSTOMER_MISSING("enter a customer on the project in the ERP"),
    CYCLE("break the circle: one of them must have another superior, or none"),
    DATE_NOT_VALID("enter a date in the ERP"),
    DEPENDS_ON_REJECTED("mend the record that it depends on; this one follows in the next run"),
    EMAIL_USED_TWICE("give each employee an e-mail address of his own; Severa uses it as login"),
    GUID_NOT_VALID("empty the field in the ERP, or choose another field for the GUID in the company file"),
    GUID_USED_TWICE("empty the GUID field of the row that was copied"),
    LINKED_RECORD_GONE("restore the record in Severa, or remove the link if the record is to be made again"),
    LINK_MISMATCH(
            "decide whether the two are the same: if so, set the ERP's GUID field to the GUID of the record in Severa, and"
                    + " leave it with whom it belongs to; if not, remove the link and give one of them another number or name"),
    NAME_MISSING("enter a name in the ERP"),
    NO_ROWS("give the invoice rows in Severa, then set its status back"),
    NUMBER_CHANGED(
            "give the record its old number again in Severa; or renumber it in the ERP, with the ERP's own function"),
    NUMBER_DOES_NOT_FIT("give the record a number that the ERP's column holds"),
    NUMBER_IN_ERP_SERIES(
            "give the customer another number in Severa, or correct number-series.customers: it is the ERP's own range"),
    NUMBER_NOT_NUMERIC("Severa takes whole numbers only: renumber the record, or exclude it by its group"),
    NUMBER_USED_TWICE("give each of the records a number of its own, or exclude one by its group"),
    OUTSIDE_CODE_PAGE("replace the character by one that the ERP's code page has"),
    OWNER_MISSING("enter a responsible employee, or set projects.default-owner-employee"),
    OWNER_NOT_TRANSFERRED("let the responsible employee be transferred, or set projects.default-owner-employee"),
    PRICE_IN_FOREIGN_CURRENCY("enter a generic price in the company's own currency"),
    PROJECT_CLOSED("open the project again in Severa, or give the line another project in the ERP"),
    QUANTITY_MISSING("enter the quantity in Severa"),
    RATE_MISSING("enter the rate of the currency in the system that lacks it"),
    REFUSED_BY_ERP("look at the database's words; a rule, a trigger or a missing permission of the ERP forbids it"),
    REFUSED_BY_SEVERA("change the value that Severa names, or ask Severa's administrator"),
    REVERSE_CHARGE_TAX_CODE_MISSING(
            "set invoices.reverse-charge-tax-code to the ERP's tax code for reverse charge, then set the invoice's status back"),
    SEVERAL_ACCOUNT_SETS("leave the customer in one market segment below the main one"),
    SEVERAL_BILLING_ADDRESSES("leave one address of the customer marked as billing address"),
    SUM_DIFFERS("correct the invoice's rows in Severa, then set its status back"),
    TOO_LONG("shorten the text"),
    TOO_MANY_LINES("leave as many lines in the address as the ERP has fields for it"),
    UNKNOWN_ACCOUNT_SET("enter a text for the account set (text type 18), and a market segment of that name in Severa"),
    UNKNOWN_CATEGORY("enter the product category, or correct the product's category number"),
    UNKNOWN_CONTACT("correct the contact's associate number"),
    UNKNOWN_COUNTRY("correct the country number, or enter the country and its ISO code in the ERP"),
    UNKNOWN_CURRENCY(
            "correct the currency number, or enter the ISO code in the ERP and activate the currency in Severa"),
    UNKNOWN_CUSTOMER("correct the customer's number"),
    UNKNOWN_DEPARTMENT("correct the number of the organisational unit"),
    UNKNOWN_EMPLOYEE("correct the number of the employee"),
    UNKNOWN_LANGUAGE("correct the language number, or add it to language-mappings with a language that Severa has"),
    UNKNOWN_OPERATOR("correct the number of the e-invoice operator"),
    UNKNOWN_PAYMENT_TERM("correct the payment terms, or enter terms of that many days in the ERP"),
    UNKNOWN_TAX_CODE("enter the tax code with its VAT rate in the ERP, and the rate in Severa"),
    UNKNOWN_UNIT("correct the unit number, or enter the unit in the ERP"),
    UNKNOWN_PROJECT(
            "correct the number of the project; one that Severa does not list was deleted there, or is hidden from the"
                    + " API's user"),
    USER_NOT_IN_ERP("let the user be transferred to the ERP, or give the entry to one who is"),
    WORK_CONTRACT_MISSING("give the user a work contract in Severa");

    private final String mend;

    Reason(String mend) {
        this.mend = mend;
    }

    /** As shown to people and used by filters: {@code unknown-country}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How to mend it, a clause without a full stop. */
    public String mend() {
        return mend;
    }
}
