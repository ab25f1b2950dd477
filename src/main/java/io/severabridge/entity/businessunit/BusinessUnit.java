package io.severabridge.entity.businessunit;

import io.severabridge.sync.record.ErpKey;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a business unit.
 *
 * @param parent GUID of the unit above; null where the hierarchy is not mapped
 */
record BusinessUnit(
        @ErpKey String code, String name, @Nullable String parent) {}
