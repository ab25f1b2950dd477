package io.severabridge.entity;

/** Names of entities that are used beyond their own folder, as tables, reports and commands show them. */
public final class Entities {
    public static final String ADDRESS = "address";
    public static final String BUSINESS_UNIT = "business-unit";
    public static final String CONTACT = "contact";
    public static final String COST = "cost";
    public static final String CUSTOMER = "customer";
    public static final String INVOICE = "invoice";
    public static final String PAYMENT_STATUS = "payment-status";
    public static final String PRODUCT = "product";
    public static final String PRODUCT_CATEGORY = "product-category";
    public static final String PROJECT = "project";
    public static final String USER = "user";
    public static final String WORK_HOUR = "work-hour";

    /** Work types and travel expense types, which products stand for. */
    public static final String PRODUCT_TYPE = "product-type";

    private Entities() {}
}
