package io.severabridge.entity.businessunit;

/** A row of {@code business-unit/rows.sql}. {@code parent} is empty or 0 for none. */
record ErpBusinessUnit(String number, String name, String parent, int currency, String guid, int excludeGroup) {}
