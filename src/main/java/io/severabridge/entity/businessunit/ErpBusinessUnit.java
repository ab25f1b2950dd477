package io.severabridge.entity.businessunit;

import io.severabridge.erp.AsStored;

/** A row of {@code business-unit/rows.sql}. {@code parent} is empty or 0 for none. */
record ErpBusinessUnit(
        @AsStored String number, String name, @AsStored String parent, int currency, String guid, int excludeGroup) {}
