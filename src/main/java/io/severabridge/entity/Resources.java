package io.severabridge.entity;

/** Names of resources of Severa that are used beyond the folder of their entity, as tables keep them. */
public final class Resources {
    public static final String BUSINESS_UNITS = "businessunits";
    public static final String CUSTOMERS = "customers";
    public static final String PROJECT_FEES = "projectfees";
    public static final String PROJECTS = "projects";
    public static final String USERS = "users";
    public static final String WORK_HOURS = "workhours";

    private Resources() {}
}
