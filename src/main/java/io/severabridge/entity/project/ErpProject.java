package io.severabridge.entity.project;

import io.severabridge.erp.AsStored;

/**
 * A row of {@code project/rows.sql}.
 *
 * @param number of the organisational unit, which may hold letters
 * @param customer customer number; 0 for none
 * @param responsible employee number; 0 for none
 * @param contact associate number; 0 for none
 * @param department number of the department; empty or 0 for none
 */
record ErpProject(
        @AsStored String number,
        String name,
        long customer,
        int responsible,
        long contact,
        int currency,
        String department,
        String internalName,
        String guid,
        int excludeGroup) {}
