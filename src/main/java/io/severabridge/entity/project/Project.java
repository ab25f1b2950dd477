package io.severabridge.entity.project;

import io.severabridge.sync.record.ErpKey;
import io.severabridge.sync.record.KeptWhenEmpty;
import org.jspecify.annotations.Nullable;

/**
 * What both systems mean by a project. Customer, department, owner and contact are GUIDs.
 *
 * @param internalName null where it is not mapped
 * @param currency ISO code
 */
record Project(
        @ErpKey @Nullable Long number,
        String name,
        @Nullable String internalName,
        @KeptWhenEmpty @Nullable String customer,
        @KeptWhenEmpty @Nullable String businessUnit,
        @KeptWhenEmpty @Nullable String owner,
        @Nullable String contact,
        @Nullable String currency) {}
